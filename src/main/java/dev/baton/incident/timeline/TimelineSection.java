package dev.baton.incident.timeline;

import java.time.Instant;

/**
 * Which part of an incident's timeline is wanted.
 *
 * @param forClient only what the client's people may see
 * @param from where it begins, in the order wanted; null for the first
 * @param most how many lines at most
 * @param messagesOnly what people said and wrote, without what was done
 */
public record TimelineSection(
    boolean forClient, boolean newestFirst, Instant from, int most, boolean messagesOnly) {

  /** As SQL behind other conditions, on contacts or journal entries of this name. */
  String condition(String name) {
    return (forClient ? " and " + name + ".visibility = 'CLIENT'" : "")
        + (from == null ? "" : " and " + name + (newestFirst ? ".at <= :from" : ".at >= :from"));
  }
}
