package dev.baton.incident.report;

/**
 * The sender's own mark on a report, so that sending it again makes no second incident.
 *
 * @param login who sent it; two people may use the same key
 * @param value 1 to 200 printable ASCII characters
 * @param requestSha256 what was sent, as a hash in hex
 */
public record IdempotencyKey(String login, String value, String requestSha256) {}
