package dev.baton.client;

/** A service that a client uses, such as "mail" ("E-mail and calendar"). */
public record ServiceView(long id, long clientId, String code, String name) {}
