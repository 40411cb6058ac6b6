package dev.baton.engine;

import java.util.function.Predicate;

/**
 * A flow that ends by its own steps alone: no person deletes its instances, or what they call, past
 * the desk.
 *
 * @param key of the flow
 * @param isProtected by the business key of an instance: one that is about nothing may be deleted
 * @param remedy what to do instead, in a sentence
 */
public record ProtectedFlow(String key, Predicate<String> isProtected, String remedy) {}
