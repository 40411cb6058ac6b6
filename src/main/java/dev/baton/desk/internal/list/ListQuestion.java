package dev.baton.desk.internal.list;

import dev.baton.desk.internal.Visitor;
import dev.baton.incident.SearchWords;
import dev.baton.incident.Status;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The question to the database for what somebody asked. Written so that an index answers it: what
 * is read does not grow with the number of incidents that are over.
 */
final class ListQuestion {

  /** The first deadline of each incident that a clock runs for. */
  private static final String DUE =
      "(select o.incident, min(o.due_at) due_at from obligation o"
          + " where o.state = 'RUNNING' and o.due_at is not null%s group by o.incident)";

  private static final String OPEN =
      Arrays.stream(Status.values())
          .filter(status -> !status.isFinal())
          .map(status -> "'" + status.name() + "'")
          .collect(Collectors.joining(", "));

  private final StringBuilder from = new StringBuilder(" from incident i");
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> joined = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private final Asked asked;

  ListQuestion(Asked asked, Visitor visitor, Long client, boolean unknownClient, Instant now) {
    this.asked = asked;
    if (asked.due() != null || asked.sort().equals("due")) {
      due(visitor, now);
    }
    if (unknownClient) {
      conditions.add("1 = 0");
    }
    if (client != null) {
      condition("i.client_id = ?", client);
    }
    if (asked.status().equals("open")) {
      conditions.add("i.status in (" + OPEN + ")");
    } else if (!asked.status().equals("all")) {
      condition("i.status = ?", asked.status());
    }
    if (asked.priority() != null) {
      condition("i.priority = ?", asked.priority().name());
    }
    if (asked.team() != null) {
      condition("i.team = ?", asked.team());
    }
    if (asked.assignee() == null || visitor.isOfClient()) {
      // who has it is the desk's own business
    } else if (asked.assignee().equals("nobody")) {
      conditions.add("i.assignee is null");
    } else {
      condition(
          "i.assignee = ?",
          asked.assignee().equals("me") ? visitor.caller().login() : asked.assignee());
    }
    if (!asked.q().isEmpty()) {
      words(now.atZone(visitor.zone()).getYear());
    }
  }

  private void due(Visitor visitor, Instant now) {
    String within = "";
    if (asked.due() != null) {
      within = " and o.due_at <= ?";
      joined.add(Timestamp.from(until(visitor, now)));
    }
    // Without a filter an incident without a deadline comes last.
    from.append(asked.due() == null ? " left join " : " join ")
        .append(DUE.formatted(within))
        .append(" d on d.incident = i.number");
  }

  private Instant until(Visitor visitor, Instant now) {
    return switch (asked.due()) {
      case "late" -> now;
      case "hour" -> now.plus(Duration.ofHours(1));
      default -> {
        ZonedDateTime today = now.atZone(visitor.zone());
        yield today.toLocalDate().plusDays(1).atStartOfDay(visitor.zone()).toInstant();
      }
    };
  }

  private void words(int year) {
    SearchWords words = new SearchWords(asked.q());
    Optional<String> number = words.number(year);
    Optional<String> all = words.all();
    if (number.isPresent()) {
      condition("(i.number = ? or i.external_reference = ?)", number.get());
      values.add(asked.q());
    } else if (all.isPresent()) {
      condition(
          "match (i.subject, i.requester_name, i.requester_email) against (? in boolean mode)",
          all.get());
    } else {
      condition("i.external_reference = ?", asked.q());
    }
  }

  private void condition(String condition, Object value) {
    conditions.add(condition);
    values.add(value);
  }

  String select(String columns) {
    return "select " + columns + from + where();
  }

  /** Counts no further than this. */
  String count(int most) {
    return "select count(*) from (select 1" + from + where() + " limit " + most + ") t";
  }

  private String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  String order() {
    String way = asked.descending() ? " desc" : "";
    return switch (asked.sort()) {
      case "due" -> " order by d.due_at is null, d.due_at" + way + ", i.id" + way;
      case "priority" -> " order by i.priority" + way + ", i.opened_at" + way + ", i.id" + way;
      case "number" -> " order by i.number" + way;
      default -> " order by i.opened_at" + way + ", i.id" + way;
    };
  }

  Object[] values() {
    List<Object> all = new ArrayList<>(joined);
    all.addAll(values);
    return all.toArray();
  }
}
