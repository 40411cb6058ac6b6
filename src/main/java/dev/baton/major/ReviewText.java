package dev.baton.major;

/** What people write into a review; what went well and badly may be left out. */
public record ReviewText(String summary, String cause, String wentWell, String wentBadly) {}
