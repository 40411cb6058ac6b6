/**
 * Mail that comes in: read from its mailbox, kept as it came, and taken in as a contact, an answer,
 * an incident or a case for somebody to look at.
 */
package dev.baton.intake.internal.mail;
