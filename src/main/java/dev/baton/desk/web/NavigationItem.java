package dev.baton.desk.web;

/**
 * A link of the main navigation.
 *
 * @param name its label is the message {@code frame.<name>}
 * @param current the value of {@code aria-current}: {@code page} for the page itself, {@code true}
 *     for a page below it, null for any other
 */
public record NavigationItem(String name, String href, String current) {}
