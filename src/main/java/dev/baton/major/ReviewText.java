package dev.baton.major;

/** The text of a review; what went well and what went badly are optional. */
public record ReviewText(String summary, String cause, String wentWell, String wentBadly) {}
