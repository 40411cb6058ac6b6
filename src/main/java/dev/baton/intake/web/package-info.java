/** Receives alerts, and manages monitoring sources and silences. */
package dev.baton.intake.web;
