package dev.baton.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Working-time arithmetic as the tests of other libraries have it. Those cases that an independent
 * reference computes alike must match; where the others have conventions of their own, each
 * difference is explained here. {@code -Dbaton.vectors=FILE} reads another file of that shape, in
 * which only the first kind must match and the rest is printed.
 */
class BusinessTimeVectorsTest {

  private static final Path BESIDE_THE_CHECKOUT =
      Path.of("..", "shared", "data", "business-time", "vectors.jsonl");

  private record Decision(
      String why, boolean forAll, Predicate<Vector> applies, List<String> known) {}

  /**
   * Where ours answers otherwise, and why: the first two also where the reference agrees with the
   * other library. Listed with each are the cases of the file beside the checkout.
   */
  private static final List<Decision> DECISIONS =
      List.of(
          new Decision(
              "due exactly at closing is due at closing, not at the next opening",
              true,
              Vector::expectsTheOpeningAfterOurClosing,
              List.of()),
          new Decision(
              "back to exactly an opening is that opening, not the closing before",
              true,
              Vector::expectsTheClosingBeforeOurOpening,
              List.of()),
          new Decision(
              "a day that is open to its end closes at 24:00, not a millisecond earlier",
              false,
              Vector::endsTheDayBeforeMidnight,
              List.of("working_hours-056", "working_hours-057", "working_hours-058")),
          new Decision(
              "a start on a free day is a start on the next working day, and days are counted"
                  + " from there (as working_hours does); moment-business-time counts that day"
                  + " itself as the first",
              false,
              Vector::countsTheFirstWorkingDayAfterAFreeStart,
              List.of("moment-005", "moment-032")));

  private record Miss(String id, String expected, String got) {
    @Override
    public String toString() {
      return "%s: expected %s, got %s".formatted(id, expected, got);
    }
  }

  @Test
  void answersAsTheReferenceDoesAndDiffersOnlyWhereItSaysWhy() throws IOException {
    String given = System.getProperty("baton.vectors", "");
    Path file = given.isEmpty() ? BESIDE_THE_CHECKOUT : Path.of(given);
    assumeTrue(
        !given.isEmpty() || Files.exists(file),
        () ->
            "skipped: no %s beside the checkout; give one by -Dbaton.vectors=FILE".formatted(file));

    List<Miss> misses = new ArrayList<>();
    List<Miss> unexplained = new ArrayList<>();
    Map<String, List<String>> explained = new LinkedHashMap<>();
    DECISIONS.forEach(decision -> explained.put(decision.why(), new ArrayList<>()));
    int cases = 0;
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) {
        continue;
      }
      cases++;
      Vector vector = new Vector(new ObjectMapper().readTree(line));
      String got = answerOf(vector);
      if (got.equals(vector.expected())) {
        continue;
      }
      Miss miss = new Miss(vector.id(), vector.expected(), got);
      Decision decision = decisionOn(vector);
      if (decision != null) {
        explained.get(decision.why()).add(vector.id());
      } else if (vector.hasOneAnswer()) {
        misses.add(miss);
      } else {
        unexplained.add(miss);
      }
    }
    System.out.printf("%d cases of %s%n", cases, file.getFileName());
    explained.forEach((why, ids) -> System.out.printf("otherwise, %s: %s%n", why, ids));
    unexplained.forEach(
        miss -> System.out.println("otherwise, by the other's convention: " + miss));
    assertThat(misses).as("cases with one right answer").isEmpty();
    if (given.isEmpty()) {
      assertThat(unexplained).as("differences that nobody explains").isEmpty();
      DECISIONS.forEach(
          decision ->
              assertThat(explained.get(decision.why()))
                  .as(decision.why())
                  .isEqualTo(decision.known()));
    }
  }

  private static String answerOf(Vector vector) {
    try {
      return vector.answer();
    } catch (RuntimeException e) {
      return e.toString();
    }
  }

  private static Decision decisionOn(Vector vector) {
    return DECISIONS.stream()
        .filter(decision -> decision.forAll() || !vector.hasOneAnswer())
        .filter(decision -> decision.applies().test(vector))
        .findFirst()
        .orElse(null);
  }
}
