package dev.baton.mail;

/**
 * A mailbox (RFC 5322, 3.4): display name and address.
 *
 * @param name decoded; null if missing
 * @param email without angle brackets; the domain in lower case; empty if there is only a name
 */
public record MailAddress(String name, String email) {}
