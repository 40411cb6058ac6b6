package dev.baton.incident.search;

import dev.baton.incident.IncidentNumber;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody types to find incidents, for the full-text index over subject and requester: each
 * word is found by its beginning; all must be there.
 */
public record SearchTerms(String text) {

  private static final int SHORTEST = 3;
  private static final int MOST = 8;
  private static final int LONGEST = 1_000;

  /** The database leaves these out of its index, so nothing would be found by them. */
  private static final Set<String> TOO_COMMON =
      Set.of(
          "about", "are", "com", "for", "from", "how", "that", "the", "this", "was", "what", "when",
          "where", "who", "will", "with", "und", "www");

  /** The number that the text is, if it is one; digits alone are the end of one of this year. */
  public Optional<String> number(int year) {
    String given = text.strip();
    return given.matches("\\d{1,9}")
        ? Optional.of(String.format(Locale.ROOT, "INC-%04d-%06d", year, Long.parseLong(given)))
        : IncidentNumber.parse(given).map(IncidentNumber::value);
  }

  /** For {@code match … against (? in boolean mode)}; empty where no word is long enough. */
  public Optional<String> all() {
    return query("+");
  }

  /** The same for any of the words, the best first. */
  public Optional<String> any() {
    return query("");
  }

  private Optional<String> query(String sign) {
    List<String> words = each();
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            words.stream().map(word -> sign + word + "*").collect(Collectors.joining(" ")));
  }

  /** The words that count, in lower case. */
  public List<String> each() {
    return words(text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT))
        .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST)
        .filter(word -> !TOO_COMMON.contains(word))
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** Whether each word begins one of that text, whatever its case and accents. */
  boolean areIn(String other) {
    List<String> there = words(bare(other)).toList();
    return each().stream()
        .map(SearchTerms::bare)
        .allMatch(word -> there.stream().anyMatch(known -> known.startsWith(word)));
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.split("[^\\p{L}\\p{N}_]+"));
  }

  private static String bare(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "");
  }
}
