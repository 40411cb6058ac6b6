package dev.baton.mail;

/**
 * A person or box as a mail names it.
 *
 * @param name as it is shown, decoded; null if the mail gives none
 * @param email as written, without brackets; its domain in lower case; empty if the mail gives only
 *     a name
 */
public record MailAddress(String name, String email) {}
