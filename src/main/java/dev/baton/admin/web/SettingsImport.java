package dev.baton.admin.web;

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

  private static final String SEVERAL = "[|;,]";

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
      SettingsValues values = SettingsValues.submitted(fields, given(record, fields));
      lines.add(line(topic, record.getRecordNumber() + 1, values, isTrial));
    }
    return lines;
  }

  private Line line(SettingsTopic topic, long number, SettingsValues values, boolean isTrial) {
    String what = values.text(topic.columns().get(0));
    List<FieldError> problems = SettingsCheck.problems(topic.fields(), values);
    if (!problems.isEmpty()) {
      return new Line(number, what, Outcome.WRONG, problems);
    }
    try {
      return new Line(number, what, save(topic, values, isTrial), List.of());
    } catch (InvalidInput refused) {
      return new Line(number, what, Outcome.WRONG, refused.problems());
    }
  }

  private Outcome save(SettingsTopic topic, SettingsValues values, boolean isTrial) {
    return transactions.execute(
        status -> {
          String before =
              topic.find(topic.idOf(values)).map(SettingsValues::fingerprint).orElse(null);
          topic.save(values);
          String after = topic.find(topic.idOf(values)).map(SettingsValues::fingerprint).orElse("");
          if (isTrial || after.equals(before)) {
            status.setRollbackOnly();
          }
          return before == null
              ? Outcome.NEW
              : after.equals(before) ? Outcome.SAME : Outcome.CHANGED;
        });
  }

  private static List<CSVRecord> records(String csv, List<SettingsField> fields) {
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
        fields.stream()
            .filter(SettingsField::required)
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
        given.put(field.name(), values(field, record.get(field.name())));
      }
    }
    return given;
  }

  /** Several values stand in one cell; a switch is on with yes, true, 1, ja or x. */
  private static List<String> values(SettingsField field, String cell) {
    return switch (field.kind()) {
      case CHOICES, LINES -> Arrays.stream(cell.split(SEVERAL)).toList();
      case SWITCH ->
          cell.toLowerCase(Locale.ROOT).matches("yes|true|1|ja|x") ? List.of("true") : List.of();
      default -> List.of(cell);
    };
  }
}
