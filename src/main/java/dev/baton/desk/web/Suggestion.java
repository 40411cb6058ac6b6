package dev.baton.desk.web;

/**
 * What a field offers while somebody types.
 *
 * @param value what choosing it writes into the field
 * @param hint a second line; null for none
 * @param mark such as a status; null for none
 */
public record Suggestion(String value, String title, String hint, String mark) {}
