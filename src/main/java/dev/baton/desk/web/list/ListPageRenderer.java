package dev.baton.desk.web.list;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.Priority;
import dev.baton.incident.Status;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Renders a page of the list. */
@Component
class ListPageRenderer {

  private static final Duration SOON = Duration.ofHours(1);

  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final PageRenderer pages;
  private final Clock clock;

  ListPageRenderer(ClientDirectory clients, StaffDirectory staff, PageRenderer pages, Clock clock) {
    this.clients = clients;
    this.staff = staff;
    this.pages = pages;
    this.clock = clock;
  }

  /** An option of a filter. */
  record Choice(String value, String label, boolean chosen) {}

  /** A sortable column heading. */
  record Head(String label, String link, String way) {}

  /** A row; the level of its deadline is late, soon, later or none. */
  record IncidentRow(
      String number,
      String subject,
      String client,
      String requester,
      boolean vip,
      String status,
      String statusWords,
      String priority,
      String team,
      String assignee,
      String opened,
      String due,
      String level,
      String symbol,
      String unread,
      List<String> tags) {}

  Map<String, Object> of(ListFilter asked, IncidentList.ListedIncidents found, Visitor visitor) {
    Locale locale = visitor.locale();
    Map<String, String> clientNames =
        visitor.isOfClient()
            ? Map.of()
            : clients.clients().stream()
                .collect(Collectors.toMap(ClientView::code, ClientView::name));
    Map<String, String> teams =
        staff.teams().stream().collect(Collectors.toMap(TeamView::code, TeamView::name));
    Map<String, String> people =
        visitor.isOfClient()
            ? Map.of()
            : staff.agents().stream().collect(Collectors.toMap(AgentView::login, AgentView::name));
    Map<String, Object> model = new HashMap<>();
    model.put("asked", asked);
    model.put(
        "lines",
        found.incidents().stream()
            .map(line -> line(line, visitor, clientNames, teams, people))
            .toList());
    model.put("count", count(found, locale));
    model.put("pageNumber", pages.words("list.page", locale, asked.page() + 1));
    model.put("previous", asked.page() == 0 ? null : asked.atPage(asked.page() - 1));
    boolean further =
        found.count() > (asked.page() + 1) * ListFilter.ON_A_PAGE
            && asked.page() < ListFilter.LAST_PAGE;
    model.put("next", further ? asked.atPage(asked.page() + 1) : null);
    model.put("here", asked.atPage(asked.page()));
    model.put("csv", asked.asCsv());
    model.put("heads", heads(asked, locale));
    model.put("statuses", statuses(asked, locale));
    model.put(
        "priorities",
        choices(
            Arrays.stream(Priority.values()).collect(Collectors.toMap(Enum::name, Enum::name)),
            asked.priority() == null ? null : asked.priority().name()));
    model.put("clients", choices(clientNames, asked.client()));
    model.put("teams", choices(teams, asked.team()));
    model.put("assignees", assignees(asked, people, locale));
    model.put("colleagues", choices(visitor.isOfClient() ? Map.of() : colleagues(), null));
    model.put("dues", choices("list.due.", ListFilter.DUES, asked.due(), locale));
    model.put("states", choices("list.state.", ListFilter.STATES, asked.state(), locale));
    model.put("replies", choices("list.reply.", ListFilter.REPLIES, asked.reply(), locale));
    return model;
  }

  /** Who can be given an incident. */
  private Map<String, String> colleagues() {
    return staff.agents().stream()
        .filter(agent -> agent.active() && !agent.teams().isEmpty())
        .collect(Collectors.toMap(AgentView::login, AgentView::name));
  }

  private List<Choice> choices(String prefix, List<String> values, String chosen, Locale locale) {
    return values.stream()
        .map(value -> new Choice(value, pages.words(prefix + value, locale), value.equals(chosen)))
        .toList();
  }

  private String count(IncidentList.ListedIncidents found, Locale locale) {
    if (found.more()) {
      return pages.words("list.many", locale, found.count());
    }
    return found.count() == 1
        ? pages.words("list.one", locale)
        : pages.words("list.count", locale, found.count());
  }

  private IncidentRow line(
      ListedIncident line,
      Visitor visitor,
      Map<String, String> clientNames,
      Map<String, String> teams,
      Map<String, String> people) {
    Instant now = clock.instant();
    String level = level(line.dueAt(), now);
    return new IncidentRow(
        line.number(),
        line.subject(),
        clientNames.getOrDefault(line.client(), line.client()),
        line.requester(),
        line.vip(),
        line.status().name(),
        pages.name("status", line.status(), visitor.locale()),
        line.priority(),
        line.team() == null ? null : teams.getOrDefault(line.team(), line.team()),
        line.assignee() == null ? null : people.getOrDefault(line.assignee(), line.assignee()),
        visitor.at(line.openedAt(), now),
        visitor.at(line.dueAt(), now),
        level,
        level.equals("late") ? "■" : level.equals("soon") ? "▲" : "●",
        visitor.isOfClient() ? null : visitor.at(line.unreadSince(), now),
        visitor.isOfClient() ? List.of() : line.tags());
  }

  private static String level(Instant dueAt, Instant now) {
    if (dueAt == null) {
      return "none";
    }
    return dueAt.isBefore(now) ? "late" : dueAt.isBefore(now.plus(SOON)) ? "soon" : "later";
  }

  private Map<String, Head> heads(ListFilter asked, Locale locale) {
    Map<String, Head> heads = new HashMap<>();
    for (String sort : ListFilter.SORTS) {
      String way =
          !asked.sort().equals(sort) ? null : asked.descending() ? "descending" : "ascending";
      heads.put(
          sort, new Head(pages.words("list.sort." + sort, locale), asked.sortedBy(sort), way));
    }
    return heads;
  }

  private List<Choice> statuses(ListFilter asked, Locale locale) {
    List<Choice> choices = new ArrayList<>();
    for (String group : List.of("open", "all")) {
      choices.add(
          new Choice(
              group, pages.words("list.status." + group, locale), group.equals(asked.status())));
    }
    for (Status status : Status.values()) {
      choices.add(
          new Choice(
              status.name(),
              pages.name("status", status, locale),
              status.name().equals(asked.status())));
    }
    return choices;
  }

  private List<Choice> assignees(ListFilter asked, Map<String, String> people, Locale locale) {
    List<Choice> choices = new ArrayList<>();
    for (String who : List.of("me", "nobody")) {
      choices.add(
          new Choice(
              who, pages.words("list.assignee." + who, locale), who.equals(asked.assignee())));
    }
    choices.addAll(choices(people, asked.assignee()));
    return choices;
  }

  private static List<Choice> choices(Map<String, String> labels, String chosen) {
    return labels.entrySet().stream()
        .map(entry -> new Choice(entry.getKey(), entry.getValue(), entry.getKey().equals(chosen)))
        .sorted((one, other) -> one.label().compareToIgnoreCase(other.label()))
        .toList();
  }
}
