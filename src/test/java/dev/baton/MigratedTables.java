package dev.baton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The tables and sequences that are there once all migrations ran: made, renamed and dropped. */
final class MigratedTables {

  private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|(?s:/\\*.*?\\*/)");
  private static final Pattern CHANGE =
      Pattern.compile(
          "\\bcreate\\s+(?:or\\s+replace\\s+)?(?:table|sequence|view)\\s+(?:if\\s+not\\s+exists\\s+)?`?(?<made>\\w+)"
              + "|\\bdrop\\s+(?:table|sequence|view)\\s+(?:if\\s+exists\\s+)?`?(?<dropped>\\w+)"
              + "|\\brename\\s+table\\s+`?(?<old>\\w+)`?\\s+to\\s+`?(?<new>\\w+)"
              + "|\\balter\\s+table\\s+`?(?<was>\\w+)`?\\s+rename\\s+(?:to\\s+|as\\s+)?"
              + "(?!column\\b|index\\b|key\\b)`?(?<is>\\w+)");

  private MigratedTables() {}

  static Set<String> all() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/V*.sql");
      return after(
          Stream.of(files)
              .sorted(Comparator.comparingInt(MigratedTables::version))
              .map(MigratedTables::text)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Set<String> after(List<String> migrations) {
    Set<String> tables = new TreeSet<>();
    for (String migration : migrations) {
      Matcher change =
          CHANGE.matcher(COMMENT.matcher(migration).replaceAll("").toLowerCase(Locale.ROOT));
      while (change.find()) {
        add(tables, change.group("made"));
        remove(tables, change.group("dropped"));
        remove(tables, change.group("old"));
        add(tables, change.group("new"));
        remove(tables, change.group("was"));
        add(tables, change.group("is"));
      }
    }
    return tables;
  }

  private static void add(Set<String> tables, String table) {
    if (table != null) {
      tables.add(table);
    }
  }

  private static void remove(Set<String> tables, String table) {
    if (table != null) {
      tables.remove(table);
    }
  }

  private static int version(Resource migration) {
    return Integer.parseInt(migration.getFilename().replaceAll("^V(\\d+)__.*", "$1"));
  }

  private static String text(Resource migration) {
    try {
      return migration.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
