package dev.baton.flow.migration;

/** The ids of the version that instances are on and of the one that they are brought to. */
record VersionPair(String from, String to) {}
