package dev.baton.major;

/** How long the texts of a major incident may be, in characters. */
final class MajorTextLimits {

  static final int LONG = 10_000;
  static final int REASON = 2_000;

  private MajorTextLimits() {}
}
