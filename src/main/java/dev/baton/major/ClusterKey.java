package dev.baton.major;

import java.time.Instant;

/**
 * What the incidents of a cluster have in common; as a text for a flow.
 *
 * @param opened only incidents opened after this
 * @param isService whether the name is a service's, or the category's of incidents without one
 */
public record ClusterKey(long clientId, Instant opened, boolean isService, String name) {

  private static final String SEPARATOR = ";";

  /** Such as {@code 12;1790000000000;service;erp}. */
  public String text() {
    return String.join(
        SEPARATOR,
        String.valueOf(clientId),
        String.valueOf(opened.toEpochMilli()),
        isService ? "service" : "category",
        name);
  }

  public static ClusterKey parse(String text) {
    String[] parts = text.split(SEPARATOR, 4);
    return new ClusterKey(
        Long.parseLong(parts[0]),
        Instant.ofEpochMilli(Long.parseLong(parts[1])),
        parts[2].equals("service"),
        parts[3]);
  }

  String words() {
    return (isService ? "service " : "category ") + name;
  }
}
