/**
 * Alerts of monitoring programs: authenticated by a token, told apart by fingerprint, grouped into
 * problems of which each has one incident, resolved or asked about when they recover.
 */
package dev.baton.intake.internal.monitoring;
