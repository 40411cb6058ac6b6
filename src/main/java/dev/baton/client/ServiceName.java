package dev.baton.client;

/**
 * A service that one or more clients use.
 *
 * @param name the first by the alphabet if clients call it differently
 */
public record ServiceName(String code, String name) {}
