package dev.baton.flow.backtest.log;

import dev.baton.incident.Level;
import dev.baton.incident.Priority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The columns of one log by name, and the reading of its lines with them. */
final class LogColumns {

  private static final List<String> NEEDED =
      List.of(
          "number",
          "incident_state",
          "reassignment_count",
          "reopen_count",
          "caller_id",
          "sys_updated_by",
          "sys_updated_at",
          "contact_type",
          "category",
          "subcategory",
          "u_symptom",
          "impact",
          "urgency",
          "priority",
          "assignment_group",
          "assigned_to",
          "resolved_at",
          "closed_at");

  private static final String MISSING = "?";

  /** None of one space, which most values have at most. */
  private static final Pattern RUN_OF_SPACES = Pattern.compile("\\s{2,}|[^\\S ]");

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d/M/uuuu H:mm", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final Map<String, Level> LEVELS =
      Map.of("1 - High", Level.HIGH, "2 - Medium", Level.MEDIUM, "3 - Low", Level.LOW);
  private static final Map<String, Priority> PRIORITIES =
      Map.of(
          "1 - Critical", Priority.P1,
          "2 - High", Priority.P2,
          "3 - Moderate", Priority.P3,
          "4 - Low", Priority.P4);

  private final Map<String, Integer> positions;
  private final int count;

  private LogColumns(Map<String, Integer> positions, int count) {
    this.positions = positions;
    this.count = count;
  }

  /** A line that is no event; says why. */
  static class Nonsense extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Nonsense(String message) {
      super(message);
    }
  }

  static LogColumns of(String header, Path file) {
    String[] names;
    try {
      names = split(header.startsWith(BYTE_ORDER_MARK) ? header.substring(1) : header);
    } catch (Nonsense e) {
      throw new UnreadableLog(file + " is not an incident log: " + e.getMessage(), e);
    }
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      positions.putIfAbsent(names[i].strip(), i);
    }
    List<String> absent = NEEDED.stream().filter(column -> !positions.containsKey(column)).toList();
    if (!absent.isEmpty()) {
      throw new UnreadableLog(
          file
              + " is not an incident log: its first line lacks "
              + String.join(", ", absent)
              + ".");
    }
    return new LogColumns(positions, names.length);
  }

  LogRow row(int line, String text) {
    String[] cells = split(text);
    if (cells.length != count) {
      throw new Nonsense("has " + cells.length + " columns instead of " + count);
    }
    return new LogRow(
        line,
        required(cells, "number"),
        state(cells),
        number(cells, "reassignment_count"),
        number(cells, "reopen_count"),
        cell(cells, "caller_id"),
        cell(cells, "sys_updated_by"),
        date("opened_at", optional(cells, "opened_at")),
        date("sys_updated_at", required(cells, "sys_updated_at")),
        cell(cells, "contact_type"),
        cell(cells, "category"),
        cell(cells, "subcategory"),
        cell(cells, "u_symptom"),
        known(LEVELS, cells, "impact"),
        known(LEVELS, cells, "urgency"),
        known(PRIORITIES, cells, "priority"),
        cell(cells, "assignment_group"),
        cell(cells, "assigned_to"),
        date("resolved_at", cell(cells, "resolved_at")),
        date("closed_at", cell(cells, "closed_at")),
        truth(cells, "made_sla"),
        null);
  }

  private static String[] split(String text) {
    if (text.indexOf('"') < 0) {
      return text.split(",", -1);
    }
    try (CSVParser parser = CSVParser.parse(text, CSVFormat.DEFAULT)) {
      List<CSVRecord> records = parser.getRecords();
      if (records.size() == 1) {
        return records.get(0).values();
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new Nonsense("has quotation marks that do not match");
    }
    throw new Nonsense("is not one line of comma-separated values");
  }

  /** The cell, with runs of spaces made one; null when missing. */
  private String cell(String[] cells, String column) {
    String value = cells[positions.get(column)].strip();
    return value.isEmpty() || value.equals(MISSING)
        ? null
        : RUN_OF_SPACES.matcher(value).replaceAll(" ");
  }

  private String required(String[] cells, String column) {
    String value = cell(cells, column);
    if (value == null) {
      throw new Nonsense("has no " + column);
    }
    return value;
  }

  /** Of a column that a log may lack. */
  private String optional(String[] cells, String column) {
    return positions.containsKey(column) ? cell(cells, column) : null;
  }

  private Boolean truth(String[] cells, String column) {
    String value = optional(cells, column);
    if (value == null) {
      return null;
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> throw new Nonsense("has '" + value + "' for " + column + ", not true or false");
    };
  }

  private RecordedState state(String[] cells) {
    String value = required(cells, "incident_state");
    return RecordedState.of(value)
        .orElseThrow(() -> new Nonsense("has the unknown incident_state '" + value + "'"));
  }

  private int number(String[] cells, String column) {
    String value = required(cells, column);
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new Nonsense("has '" + value + "' for " + column + ", which is not a whole number");
    }
  }

  private <T> T known(Map<String, T> values, String[] cells, String column) {
    String value = cell(cells, column);
    if (value != null && !values.containsKey(value)) {
      throw new Nonsense("has the unknown " + column + " '" + value + "'");
    }
    return value == null ? null : values.get(value);
  }

  private static Instant date(String column, String value) {
    if (value == null) {
      return null;
    }
    try {
      return LocalDateTime.parse(value, DATE).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new Nonsense(
          "has '" + value + "' for " + column + ", which is not a date d/m/yyyy HH:MM");
    }
  }
}
