package dev.baton.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads who may do what: a row for each thing that can be done, a column for each role. */
final class RightsTable {

  private RightsTable() {}

  /**
   * Whether a role may do something.
   *
   * @param words what it is, as it stands in a sentence
   */
  record Cell<T>(T what, String words, String role, boolean allowed) {

    @Override
    public String toString() {
      return "%s %s %s".formatted(role, allowed ? "may" : "may not", words);
    }
  }

  static <T> List<Cell<T>> cells(String file, Function<String, T> what, Function<T, String> words)
      throws IOException {
    List<String[]> rows;
    try (Stream<String> lines = Files.lines(Path.of("src/test/resources", file))) {
      rows =
          lines
              .filter(line -> !line.startsWith("#"))
              .map(line -> Arrays.stream(line.split(",")).map(String::strip).toArray(String[]::new))
              .toList();
    }
    String[] roles = rows.get(0);
    return rows.stream().skip(1).flatMap(row -> ofRow(row, roles, what, words)).toList();
  }

  private static <T> Stream<Cell<T>> ofRow(
      String[] row, String[] roles, Function<String, T> what, Function<T, String> words) {
    T done = what.apply(row[0]);
    return IntStream.range(1, roles.length)
        .mapToObj(i -> new Cell<>(done, words.apply(done), roles[i], row[i].equals("yes")));
  }
}
