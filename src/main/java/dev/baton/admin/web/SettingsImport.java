package dev.baton.admin.web;

import dev.baton.web.CsvTable;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.FieldError;
import dev.baton.web.validation.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports a topic's things from CSV whose first line names fields; commas or semicolons separate.
 * Each line is saved by itself, so that wrong ones keep none of the others out.
 */
@Component
class SettingsImport {

  /** Lines of one file. */
  static final int MOST = 5_000;

  /** Separate several values in a cell. */
  private static final String SEVERAL = "[|\n]";

  private static final int MOST_CHARACTERS = 1_000_000;

  private final TransactionTemplate transactions;

  SettingsImport(PlatformTransactionManager manager) {
    this.transactions = new TransactionTemplate(manager);
  }

  /** What becomes of a line. */
  enum Outcome {
    NEW,
    CHANGED,
    SAME,
    WRONG
  }

  /**
   * A line of the file.
   *
   * @param number from 1, with the names of the columns
   * @param what the thing's name
   */
  record Line(long number, String what, Outcome outcome, List<FieldError> problems) {}

  /**
   * Says what would become of each line; nothing is kept.
   *
   * @throws InvalidInput if it is no such table
   */
  List<Line> check(SettingsTopic topic, String csv) {
    return lines(topic, csv, true);
  }

  /**
   * Saves all lines that are not wrong.
   *
   * @throws InvalidInput if it is no such table
   */
  List<Line> run(SettingsTopic topic, String csv) {
    return lines(topic, csv, false);
  }

  private List<Line> lines(SettingsTopic topic, String csv, boolean isTrial) {
    List<SettingsField> fields = topic.fields();
    List<Line> lines = new ArrayList<>();
    for (CSVRecord record : records(csv, fields)) {
      Map<String, List<String>> given = given(record, fields);
      lines.add(line(topic, fields, record.getRecordNumber() + 1, given, isTrial));
    }
    return lines;
  }

  private Line line(
      SettingsTopic topic,
      List<SettingsField> fields,
      long number,
      Map<String, List<String>> given,
      boolean isTrial) {
    SettingsValues named = SettingsValues.submitted(fields, given);
    String what = named.text(topic.columns().get(0));
    List<FieldError> problems = SettingsCheck.problems(ids(fields), named, new SettingsValues());
    if (problems.isEmpty()) {
      try {
        return transactions.execute(
            status -> {
              Line line = save(topic, fields, number, what, given, named);
              if (isTrial || line.outcome() == Outcome.SAME || line.outcome() == Outcome.WRONG) {
                status.setRollbackOnly();
              }
              return line;
            });
      } catch (InvalidInput refused) {
        problems = refused.problems();
      }
    }
    return new Line(number, what, Outcome.WRONG, problems);
  }

  /** What the table does not name stays as it is, or as it is at first. */
  private static Line save(
      SettingsTopic topic,
      List<SettingsField> fields,
      long number,
      String what,
      Map<String, List<String>> given,
      SettingsValues named) {
    Optional<SettingsValues> stored = topic.find(topic.idOf(named));
    SettingsValues before = stored.orElseGet(() -> topic.initial(null));
    SettingsValues values = before.copy();
    given.keySet().forEach(field -> values.withAll(field, named.all(field)));
    List<FieldError> problems = SettingsCheck.problems(fields, values, before);
    if (!problems.isEmpty()) {
      return new Line(number, what, Outcome.WRONG, problems);
    }
    topic.save(values);
    boolean isSame =
        stored.isPresent()
            && fields.stream().noneMatch(field -> isNewSecret(field, values))
            && topic
                .find(topic.idOf(values))
                .map(now -> now.fingerprint().equals(stored.get().fingerprint()))
                .orElse(false);
    Outcome outcome = stored.isEmpty() ? Outcome.NEW : isSame ? Outcome.SAME : Outcome.CHANGED;
    String name = what == null ? values.text(topic.columns().get(0)) : what;
    return new Line(number, name, outcome, List.of());
  }

  private static boolean isNewSecret(SettingsField field, SettingsValues values) {
    return field.kind() == SettingsField.Kind.SECRET && values.isOn(field.name());
  }

  /** The fields that tell one thing from the others. */
  private static List<SettingsField> ids(List<SettingsField> fields) {
    return fields.stream().filter(field -> field.fixed() && field.required()).toList();
  }

  private static List<CSVRecord> records(String csv, List<SettingsField> fields) {
    if (csv.length() > MOST_CHARACTERS) {
      throw refused("refused.import.tooBig", MOST_CHARACTERS);
    }
    String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    String first = text.lines().findFirst().orElse("");
    char delimiter = first.indexOf(';') >= 0 ? ';' : first.indexOf('\t') >= 0 ? '\t' : ',';
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter)
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .setTrim(true)
            .get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      refuseColumns(parser.getHeaderNames(), fields);
      List<CSVRecord> records = parser.getRecords();
      if (records.size() > MOST) {
        throw refused("refused.import.tooLong", records.size(), MOST);
      }
      return records;
    } catch (IOException | IllegalArgumentException | UncheckedIOException broken) {
      if (broken instanceof InvalidInput known) {
        throw known;
      }
      throw refused("refused.import.broken");
    }
  }

  private static void refuseColumns(List<String> given, List<SettingsField> fields) {
    List<String> known =
        fields.stream().map(field -> field.name().toLowerCase(Locale.ROOT)).toList();
    List<String> unknown =
        given.stream().filter(name -> !known.contains(name.toLowerCase(Locale.ROOT))).toList();
    if (given.isEmpty() || !unknown.isEmpty()) {
      String names = fields.stream().map(SettingsField::name).collect(Collectors.joining(", "));
      throw refused(
          "refused.import.columns", unknown.isEmpty() ? "" : String.join(", ", unknown), names);
    }
    List<String> missing =
        ids(fields).stream()
            .map(SettingsField::name)
            .filter(name -> given.stream().noneMatch(name::equalsIgnoreCase))
            .toList();
    if (!missing.isEmpty()) {
      throw refused("refused.import.missing", String.join(", ", missing));
    }
  }

  private static InvalidInput refused(String key, Object... values) {
    return new InvalidInput("file", LocalizableText.of(key, values));
  }

  private static Map<String, List<String>> given(CSVRecord record, List<SettingsField> fields) {
    Map<String, List<String>> given = new HashMap<>();
    for (SettingsField field : fields) {
      if (record.isMapped(field.name()) && record.isSet(field.name())) {
        String cell = CsvTable.withoutMark(record.get(field.name()));
        given.put(field.name(), values(field, cell));
      }
    }
    return given;
  }

  /**
   * Several values stand in one cell, separated by bars or on lines; a switch is on with yes, true,
   * 1, ja or x.
   */
  private static List<String> values(SettingsField field, String cell) {
    return switch (field.kind()) {
      case CHOICES, LINES -> Arrays.stream(cell.split(SEVERAL)).toList();
      case SWITCH ->
          cell.toLowerCase(Locale.ROOT).matches("yes|true|1|ja|x") ? List.of("true") : List.of();
      default -> List.of(cell);
    };
  }
}
