package dev.baton.intake.internal.api;

import dev.baton.access.Caller;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.incident.IncidentQuery;
import dev.baton.incident.IncidentSearch;
import dev.baton.incident.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.util.MultiValueMap;

/** Reads the query of a list, and complains about all that is wrong with it at once. */
class ListParameters {

  private static final List<String> SORTABLE = IncidentSearch.SORTABLE.stream().sorted().toList();

  private static final int DEFAULT_SIZE = 50;
  private static final int LARGEST_SIZE = 200;
  private static final int LARGEST_PAGE = 1_000_000;
  private static final int LONGEST_TEXT = 200;

  private final MultiValueMap<String, String> given;
  private final InvalidFields.Complaints complaints = new InvalidFields.Complaints();

  ListParameters(MultiValueMap<String, String> given) {
    this.given = given;
  }

  /** Which incidents the caller wants, of those that they may see. */
  IncidentQuery query(Caller caller, ClientDirectory clients) {
    Long client = client(caller, clients);
    return new IncidentQuery(
        statuses(), client, text("team").orElse(null), assignee(caller), text("q").orElse(null));
  }

  /** The client asked for, or the only one that the caller may see, or null. */
  Long client(Caller caller, ClientDirectory clients) {
    Optional<String> asked = text("client");
    if (asked.isEmpty()) {
      return caller.onlyClient();
    }
    Optional<Long> found =
        clients
            .find(asked.get())
            .map(ClientView::id)
            .filter(id -> caller.onlyClient() == null || caller.onlyClient().equals(id));
    if (found.isEmpty()) {
      complaints.about("client", "there is no client " + asked.get());
    }
    return found.orElse(caller.onlyClient());
  }

  /** Whether it says true; a complaint about what is neither true nor false. */
  boolean flag(String name) {
    Optional<String> asked = text(name);
    if (asked.isPresent() && !Set.of("true", "false").contains(asked.get())) {
      complaints.about(name, "must be true or false");
    }
    return asked.filter("true"::equals).isPresent();
  }

  /** One of the names of the type, or null. */
  <E extends Enum<E>> E choice(String name, Class<E> type) {
    Optional<String> asked = text(name);
    Optional<E> found =
        asked.flatMap(
            wanted ->
                Arrays.stream(type.getEnumConstants())
                    .filter(value -> value.name().equals(wanted))
                    .findFirst());
    if (asked.isPresent() && found.isEmpty()) {
      complaints.about(
          name,
          "must be one of "
              + Arrays.stream(type.getEnumConstants())
                  .map(Enum::name)
                  .collect(Collectors.joining(", ")));
    }
    return found.orElse(null);
  }

  /** Any text, or null. */
  String words(String name) {
    return text(name).orElse(null);
  }

  Pageable page(Sort sort) {
    int page = number("page", 0, 0, LARGEST_PAGE);
    int size = number("size", DEFAULT_SIZE, 1, LARGEST_SIZE);
    return PageRequest.of(page, size, sort);
  }

  /** Of what belongs to one incident: most want all of it, and mostly that is one page. */
  static Pageable longPage(MultiValueMap<String, String> given) {
    ListParameters parameters = new ListParameters(given);
    int page = parameters.number("page", 0, 0, LARGEST_PAGE);
    int size = parameters.number("size", LARGEST_SIZE, 1, LARGEST_SIZE);
    parameters.raiseComplaints();
    return PageRequest.of(page, size);
  }

  /** The order asked for, if any; the search decides between equals. */
  Sort sort() {
    List<Sort.Order> orders = new ArrayList<>();
    for (String order : given.getOrDefault("sort", List.of())) {
      order(order.strip()).ifPresent(orders::add);
    }
    return Sort.by(orders);
  }

  void raiseComplaints() {
    complaints.raise();
  }

  private Optional<Sort.Order> order(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    String way = parts.size() == 1 ? "asc" : parts.get(1).toLowerCase(Locale.ROOT);
    if (!SORTABLE.contains(parts.get(0))
        || parts.size() > 2
        || !(way.equals("asc") || way.equals("desc"))) {
      complaints.about(
          "sort",
          "must be one of %s, with \",asc\" or \",desc\" after it if you like"
              .formatted(String.join(", ", SORTABLE)));
      return Optional.empty();
    }
    return Optional.of(new Sort.Order(Sort.Direction.fromString(way), parts.get(0)));
  }

  private Set<Status> statuses() {
    Set<Status> statuses = EnumSet.noneOf(Status.class);
    for (String text : given.getOrDefault("status", List.of())) {
      for (String name : text.split(",", -1)) {
        status(name.strip()).ifPresent(statuses::add);
      }
    }
    return statuses;
  }

  private Optional<Status> status(String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Status> status =
        Arrays.stream(Status.values()).filter(each -> each.name().equals(name)).findFirst();
    if (status.isEmpty()) {
      complaints.about(
          "status",
          "must be one of "
              + Arrays.stream(Status.values()).map(Enum::name).collect(Collectors.joining(", ")));
    }
    return status;
  }

  /** An empty assignee means: nobody. Clients see no names of the desk, and find none out. */
  private String assignee(Caller caller) {
    String assignee = given.getFirst("assignee");
    if (assignee != null && caller.isRequester()) {
      complaints.about("assignee", "is for the desk's people alone");
      return null;
    }
    return assignee == null ? null : assignee.strip();
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
