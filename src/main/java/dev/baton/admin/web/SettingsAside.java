package dev.baton.admin.web;

import java.util.Map;

/**
 * What stands beside a form.
 *
 * @param template whose fragment {@code aside} shows it
 */
public record SettingsAside(String template, Map<String, Object> model) {}
