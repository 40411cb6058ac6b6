package dev.baton.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * An input made of a seed alone.
 *
 * @param shape what it is made of, so that a slow one can be understood
 */
record FuzzedInput(long seed, Kind kind, String shape, byte[] bytes) {

  private static final int LARGEST = 60_000;

  /** Neighbouring seeds would throw alike at first. */
  private static final long SCATTER = 0x9E37_79B9_7F4A_7C15L;

  /** What reads it. */
  enum Kind {
    MAIL,
    HOLIDAYS,
    SHIFTS,
    AGREEMENTS,
    TABLE,
    ALERTMANAGER,
    MAPPED_ALERTS,
    LOG,
    SEARCH
  }

  static FuzzedInput of(long seed) {
    Random dice = new Random(seed * SCATTER);
    Kind kind = dice.nextInt(2) == 0 ? Kind.MAIL : Kind.values()[dice.nextInt(9)];
    return of(seed, kind, dice, size(dice));
  }

  private static FuzzedInput of(long seed, Kind kind, Random dice, int size) {
    if (kind == Kind.MAIL) {
      FuzzedMail mail = FuzzedMail.of(dice, size);
      return new FuzzedInput(seed, kind, mail.shape(), mail.bytes());
    }
    byte[] text = Grammar.of(kind).text(dice, size).getBytes(StandardCharsets.UTF_8);
    return new FuzzedInput(seed, kind, "tokens", Mutation.of(text, dice));
  }

  /** Now and then a large one. */
  private static int size(Random dice) {
    return dice.nextInt(20) == 0
        ? 10_000 + dice.nextInt(LARGEST - 10_000)
        : 20 + dice.nextInt(1_500);
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "%s, seed %d, %,d bytes (%s)".formatted(kind, seed, bytes.length, shape);
  }
}
