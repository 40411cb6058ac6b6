package dev.baton.client;

/** A person of a client; e-mail is lower case and unique within the client, phone may be null. */
public record RequesterView(
    long id, long clientId, String name, String email, String phone, boolean vip, String login) {}
