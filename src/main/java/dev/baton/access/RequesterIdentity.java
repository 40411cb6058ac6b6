package dev.baton.access;

/**
 * A person of a client who is signed in.
 *
 * @param id of the requester
 * @param clientId whose incidents they may see
 * @param email in lower case
 * @param phone may be null
 */
public record RequesterIdentity(long id, long clientId, String name, String email, String phone) {}
