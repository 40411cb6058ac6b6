package dev.baton.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects levels and shows them as a table and as JSON. */
final class BenchReport {

  private final List<Level> levels = new ArrayList<>();
  private final Map<String, Object> notes = new LinkedHashMap<>();

  void add(Level level) {
    levels.add(level);
    print(System.out, level);
  }

  void note(String name, Object value) {
    notes.put(name, value);
    System.out.printf("%s: %s%n", name, value);
  }

  Level level(String what, int clients) {
    return levels.stream()
        .filter(level -> level.what().equals(what) && level.clients() == clients)
        .findFirst()
        .orElseThrow();
  }

  void write(Path file) throws IOException {
    System.out.println();
    System.out.printf(
        "%-44s %7s %9s %8s %8s %8s %10s %8s%n",
        "level", "clients", "per s", "p50 ms", "p95 ms", "commits", "statements", "failures");
    levels.forEach(level -> print(System.out, level));
    notes.forEach((name, value) -> System.out.printf("%s: %s%n", name, value));
    Files.createDirectories(file.getParent());
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(file.toFile(), Map.of("levels", levels, "notes", notes));
    System.out.println("JSON: " + file);
  }

  private static void print(PrintStream out, Level level) {
    out.printf(
        Locale.ROOT,
        "%-44s %7d %9.1f %8.1f %8.1f %8.2f %10.1f %8d%s%n",
        level.what(),
        level.clients(),
        level.perSecond(),
        level.p50(),
        level.p95(),
        level.commits(),
        level.statements(),
        level.failures(),
        level.quiet() ? "" : "  (the machine was not quiet)");
  }
}
