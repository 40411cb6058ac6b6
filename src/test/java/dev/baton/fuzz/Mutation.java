package dev.baton.fuzz;

import java.util.Arrays;
import java.util.Random;

/** Damages an input: flips bytes, cuts it off, says a piece of it many times. */
final class Mutation {

  private static final int LONGEST_PIECE = 60;
  private static final int MOST_ADDED = 20_000;

  private Mutation() {}

  static byte[] of(byte[] input, Random dice) {
    byte[] mutated = input;
    for (int more = dice.nextInt(3); more > 0 && mutated.length > 0; more--) {
      switch (dice.nextInt(8)) {
        case 0 -> mutated = Arrays.copyOf(mutated, dice.nextInt(mutated.length));
        case 1 -> mutated = repeated(mutated, dice);
        default -> mutated[dice.nextInt(mutated.length)] = (byte) dice.nextInt(256);
      }
    }
    return mutated;
  }

  private static byte[] repeated(byte[] input, Random dice) {
    int from = dice.nextInt(input.length);
    int length = Math.min(1 + dice.nextInt(LONGEST_PIECE), input.length - from);
    int times = 1 + dice.nextInt(1 + Math.min(MOST_ADDED, 2 * input.length) / length);
    byte[] longer = new byte[input.length + length * times];
    System.arraycopy(input, 0, longer, 0, from);
    for (int i = 0; i < times; i++) {
      System.arraycopy(input, from, longer, from + i * length, length);
    }
    System.arraycopy(input, from, longer, from + length * times, input.length - from);
    return longer;
  }

  /** The beginning of one and the end of the other. */
  static byte[] spliced(byte[] one, byte[] other, Random dice) {
    int cut = dice.nextInt(one.length);
    int from = dice.nextInt(other.length);
    byte[] spliced = Arrays.copyOf(one, cut + other.length - from);
    System.arraycopy(other, from, spliced, cut, other.length - from);
    return spliced;
  }
}
