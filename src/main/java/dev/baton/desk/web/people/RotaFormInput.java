package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.staff.AgentView;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;

/** What a form brought, and what is wrong with it: the key of a message for each field. */
final class RotaFormInput {

  static final String PROBLEM = "people.problem.";

  private static final int LONGEST = 500;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;

  private final MultiValueMap<String, String> given;
  private final Visitor visitor;
  private final Function<String, Optional<AgentView>> people;
  private final Map<String, String> problems = new LinkedHashMap<>();

  /** The form cannot be accepted as it is. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Refused() {
      super("The form has problems.");
    }
  }

  RotaFormInput(
      MultiValueMap<String, String> given,
      Visitor visitor,
      Function<String, Optional<AgentView>> people) {
    this.given = given;
    this.visitor = visitor;
    this.people = people;
  }

  Map<String, String> problems() {
    return problems;
  }

  /** Only the first problem of a field is kept. */
  void problem(String field, String key) {
    problems.putIfAbsent(field, PROBLEM + key);
  }

  /** What a use case says about a field, in the visitor's language. */
  void refused(String field, String text) {
    problems.putIfAbsent(field, text);
  }

  /**
   * @throws Refused if there are problems
   */
  void check() {
    if (!problems.isEmpty()) {
      throw new Refused();
    }
  }

  /** The text of a field, or null. */
  String text(String field) {
    String text = given.getFirst(field);
    if (text == null || text.isBlank()) {
      return null;
    }
    String stripped = text.strip();
    if (stripped.length() > LONGEST) {
      problem(field, "tooLong");
    }
    return stripped;
  }

  List<String> texts(String field) {
    return given.getOrDefault(field, List.of());
  }

  /** The person that a field names, or null with a problem. */
  AgentView person(String field) {
    String text = text(field);
    AgentView person = text == null ? null : people.apply(text).orElse(null);
    if (person == null) {
      problem(field, text == null ? "required" : "person");
    }
    return person;
  }

  /** The person of a field that may be left empty. */
  AgentView personIfGiven(String field) {
    return text(field) == null ? null : person(field);
  }

  /** The instant of a field in the visitor's zone; null if empty, or with a problem. */
  Instant momentIfGiven(String field) {
    return read(field, text -> inRange(visitor.instant(text)));
  }

  Instant moment(String field) {
    return required(field, momentIfGiven(field));
  }

  LocalDate dayIfGiven(String field) {
    return read(
        field,
        text -> {
          LocalDate day = LocalDate.parse(text);
          inRange(day.getYear());
          return day;
        });
  }

  LocalDate day(String field) {
    return required(field, dayIfGiven(field));
  }

  /** Refuses an end that is not after the start. */
  void period(Instant from, Instant until) {
    if (from != null && until != null && !until.isAfter(from)) {
      problem("until", "order");
    }
  }

  /** A constant of an enum. */
  <E extends Enum<E>> E choice(String field, Class<E> type) {
    return required(field, read(field, text -> Enum.valueOf(type, text)));
  }

  <T> T required(String field, T value) {
    if (value == null) {
      problem(field, "required");
    }
    return value;
  }

  <T> T read(String field, Function<String, T> reader) {
    String text = text(field);
    try {
      return text == null ? null : reader.apply(text);
    } catch (DateTimeException | IllegalArgumentException unreadable) {
      problem(field, "unreadable");
      return null;
    }
  }

  private Instant inRange(Instant instant) {
    inRange(instant.atZone(visitor.zone()).getYear());
    return instant;
  }

  private static void inRange(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new DateTimeException("The year %d is out of range.".formatted(year));
    }
  }
}
