package dev.baton.flow.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
final class SimilarWord {

  private static final int MOST_DIFFERENCES = 2;

  private SimilarWord() {}

  /** The known word that differs least, if it differs little. */
  static Optional<String> of(String typed, Collection<String> known) {
    int most = Math.min(MOST_DIFFERENCES, typed.length() / 3);
    return known.stream()
        .filter(word -> differences(lower(typed), lower(word)) <= most)
        .min(Comparator.comparingInt(word -> differences(lower(typed), lower(word))));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Letters to insert, to leave out, to replace or to swap with their neighbour. */
  private static int differences(String one, String other) {
    int[] beforeThat = new int[other.length() + 1];
    int[] before = new int[other.length() + 1];
    for (int j = 0; j < before.length; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] now = new int[other.length() + 1];
      now[0] = i;
      for (int j = 1; j < now.length; j++) {
        int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(replaced, Math.min(before[j], now[j - 1]) + 1);
        boolean isSwapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        if (isSwapped) {
          now[j] = Math.min(now[j], beforeThat[j - 2] + 1);
        }
      }
      beforeThat = before;
      before = now;
    }
    return before[other.length()];
  }
}
