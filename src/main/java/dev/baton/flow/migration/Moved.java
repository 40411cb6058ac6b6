package dev.baton.flow.migration;

import java.util.List;
import java.util.Map;

/**
 * An incident whose flows were moved, in a transaction that may be undone.
 *
 * @param origins the version that each moved instance was on, by its id
 * @param words from where to where
 */
record Moved(
    String beforeDigest,
    String afterDigest,
    List<FlowChange> changes,
    Map<String, String> origins,
    String words) {}
