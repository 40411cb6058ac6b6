package dev.baton.admin.web.setup;

import java.time.Instant;

/**
 * A message that the desk sent to one of its own mailboxes, and waits for.
 *
 * @param mailbox the mailbox's name
 */
public record RoundTrip(String mailbox, String messageId, Instant sentAt) {}
