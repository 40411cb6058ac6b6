package dev.baton.flow.backtest.replay;

/** Draws lots for people who are played: at random by the look of it, and the same at every run. */
public final class Lot {

  /** Of so many grains, a share takes its part. */
  public static final int GRAIN = 10_000;

  private static final int MIX = 0x9E3779B9;

  private Lot() {}

  /** The same for the same question about the same incident, and otherwise as good as drawn. */
  public static int of(String incident, int... question) {
    int mixed = incident.hashCode();
    for (int part : question) {
      mixed = (mixed ^ part) * MIX;
      mixed ^= mixed >>> 15;
    }
    return mixed & Integer.MAX_VALUE;
  }
}
