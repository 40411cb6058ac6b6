package dev.baton.web;

import dev.baton.web.validation.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.util.MultiValueMap;

/** Reads the query of a list, and reports all errors together. */
public class ListParameters {

  private static final int DEFAULT_SIZE = 50;
  private static final int LARGEST_SIZE = 200;
  private static final int LARGEST_PAGE = 1_000_000;
  private static final int LONGEST_TEXT = 200;

  private final MultiValueMap<String, String> given;
  private final InvalidInput.Complaints complaints = new InvalidInput.Complaints();

  public ListParameters(MultiValueMap<String, String> given) {
    this.given = given;
  }

  /** Whether it says true; a complaint about what is neither true nor false. */
  public boolean flag(String name) {
    Optional<String> asked = text(name);
    if (asked.isPresent() && !Set.of("true", "false").contains(asked.get())) {
      complaints.about(name, "must be true or false");
    }
    return asked.filter("true"::equals).isPresent();
  }

  /** One of the names of the type, or null. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    return text(name).flatMap(wanted -> value(name, wanted, type)).orElse(null);
  }

  private <E extends Enum<E>> Optional<E> value(String name, String wanted, Class<E> type) {
    Optional<E> found =
        Arrays.stream(type.getEnumConstants())
            .filter(value -> value.name().equals(wanted))
            .findFirst();
    if (found.isEmpty()) {
      complaints.about(
          name,
          "must be one of "
              + Arrays.stream(type.getEnumConstants())
                  .map(Enum::name)
                  .collect(Collectors.joining(", ")));
    }
    return found;
  }

  /** Some of the names of the type, repeated or separated by commas; none means all. */
  public <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
    Set<E> chosen = EnumSet.noneOf(type);
    for (String text : given.getOrDefault(name, List.of())) {
      for (String each : text.split(",", -1)) {
        if (!each.isBlank()) {
          value(name, each.strip(), type).ifPresent(chosen::add);
        }
      }
    }
    return chosen;
  }

  /** The first value as it was given, even if it is empty; null when the parameter is absent. */
  public String raw(String name) {
    return given.getFirst(name);
  }

  /** Complains about a parameter; {@link #raiseComplaints()} throws it together with the others. */
  public void complain(String name, String reason) {
    complaints.about(name, reason);
  }

  /** Any text, or null. */
  public String words(String name) {
    return text(name).orElse(null);
  }

  public Pageable page(Sort sort) {
    int page = number("page", 0, 0, LARGEST_PAGE);
    int size = number("size", DEFAULT_SIZE, 1, LARGEST_SIZE);
    return PageRequest.of(page, size, sort);
  }

  /** Of what belongs to one incident: most want all of it, and mostly that is one page. */
  public static Pageable longPage(MultiValueMap<String, String> given) {
    ListParameters parameters = new ListParameters(given);
    int page = parameters.number("page", 0, 0, LARGEST_PAGE);
    int size = parameters.number("size", LARGEST_SIZE, 1, LARGEST_SIZE);
    parameters.raiseComplaints();
    return PageRequest.of(page, size);
  }

  /** The order asked for, if any; the search decides between equals. */
  public Sort sort(Set<String> sortable) {
    List<Sort.Order> orders = new ArrayList<>();
    for (String order : given.getOrDefault("sort", List.of())) {
      order(order.strip(), sortable).ifPresent(orders::add);
    }
    return Sort.by(orders);
  }

  public void raiseComplaints() {
    complaints.raise();
  }

  private Optional<Sort.Order> order(String text, Set<String> sortable) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    String way = parts.size() == 1 ? "asc" : parts.get(1).toLowerCase(Locale.ROOT);
    if (!sortable.contains(parts.get(0))
        || parts.size() > 2
        || !(way.equals("asc") || way.equals("desc"))) {
      complaints.about(
          "sort",
          "must be one of %s, optionally followed by \",asc\" or \",desc\""
              .formatted(String.join(", ", new TreeSet<>(sortable))));
      return Optional.empty();
    }
    return Optional.of(new Sort.Order(Sort.Direction.fromString(way), parts.get(0)));
  }

  private Optional<String> text(String name) {
    Optional<String> text =
        Optional.ofNullable(given.getFirst(name)).map(String::strip).filter(it -> !it.isEmpty());
    if (text.isPresent() && text.get().length() > LONGEST_TEXT) {
      complaints.about(name, "must be at most " + LONGEST_TEXT + " characters");
      return Optional.empty();
    }
    return text;
  }

  private int number(String name, int otherwise, int least, int most) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // complained about below, like a number out of range
    }
    complaints.about(name, "must be a number from %d to %d".formatted(least, most));
    return otherwise;
  }
}
