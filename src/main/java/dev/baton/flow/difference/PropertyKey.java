package dev.baton.flow.difference;

/** Which property of an element. */
record PropertyKey(ChangedProperty property, String detail) {}
