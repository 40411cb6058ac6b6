package dev.baton.incident.search;

import dev.baton.client.RequesterView;
import dev.baton.incident.search.ContactFilter.SqlConditions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Contacts that a text may mean, each kind from its own index. What was said with a person on an
 * incident is theirs, whoever's name was noted.
 */
final class ContactCandidates {

  /** Fewer digits than these, at the end of what was typed, say nothing. */
  private static final int SHORTEST_PHONE = 6;

  private final List<String> selects = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private final List<Long> people;

  /**
   * @param people who are found by the text
   */
  ContactCandidates(List<RequesterView> people) {
    this.people = people.stream().map(RequesterView::id).toList();
    if (!people.isEmpty()) {
      add(
          "select b.id from contact b join incident i on i.id = b.incident_id"
              + " where i.requester_id in (%s)".formatted(marks(people.size())),
          this.people);
    }
  }

  /** The ids of the requesters. */
  List<Long> people() {
    return people;
  }

  void addIncident(String number) {
    add(
        "select b.id from contact b join incident i on i.id = b.incident_id where i.number = ?",
        List.of(number));
  }

  /** Numbers that end with these digits, or that these digits end with. */
  void addPhone(String digits) {
    String turned = new StringBuilder(digits).reverse().toString();
    add("select id from contact where phone_reversed like ?", List.of(turned + "%"));
    List<String> ends =
        IntStream.range(SHORTEST_PHONE, turned.length())
            .mapToObj(length -> turned.substring(0, length))
            .toList();
    if (!ends.isEmpty()) {
      add(
          "select id from contact where phone_reversed in (%s)".formatted(marks(ends.size())),
          ends);
    }
  }

  /**
   * @param words for the full-text index
   */
  void addWords(String words) {
    add(
        "select id from contact"
            + " where match (subject, body, from_text) against (? in boolean mode)",
        List.of(words));
  }

  private void add(String select, List<?> itsValues) {
    selects.add(select);
    values.addAll(itsValues);
  }

  static String marks(int many) {
    return String.join(", ", Collections.nCopies(many, "?"));
  }

  boolean isEmpty() {
    return selects.isEmpty();
  }

  /** The contacts {@code c} among these. */
  String from() {
    return " from (%s) found join contact c on c.id = found.id"
        .formatted(String.join(" union ", selects));
  }

  /** The values of {@link #from}, and the filter's after them. */
  SqlConditions with(SqlConditions filter) {
    List<Object> all = new ArrayList<>(values);
    all.addAll(filter.values());
    return new SqlConditions(filter.conditions(), all);
  }
}
