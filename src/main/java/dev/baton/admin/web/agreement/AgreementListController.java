package dev.baton.admin.web.agreement;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminLayout;
import dev.baton.calendar.CalendarDefinition;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.Promise;
import dev.baton.sla.agreement.PublishedAgreements;
import dev.baton.sla.agreement.PublishedVersion;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists of calendars and agreements. */
@RestController
@RequestMapping(path = "/desk/admin", produces = "text/html;charset=UTF-8")
@Hidden
class AgreementListController {

  private final PublishedAgreements published;
  private final StaffDirectory staff;
  private final DefinitionWords words;
  private final VersionHistory history;
  private final AdminLayout layout;
  private final PageAccess access;
  private final PageRenderer pages;

  AgreementListController(
      PublishedAgreements published,
      StaffDirectory staff,
      DefinitionWords words,
      VersionHistory history,
      AdminLayout layout,
      PageAccess access,
      PageRenderer pages) {
    this.published = published;
    this.staff = staff;
    this.words = words;
    this.history = history;
    this.layout = layout;
    this.access = access;
    this.pages = pages;
  }

  /**
   * A line of either list.
   *
   * @param cells one for each column after the name
   */
  record Row(String name, String href, List<String> cells) {

    private boolean contains(String text) {
      return Stream.concat(Stream.of(name), cells.stream())
          .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(text));
    }
  }

  @GetMapping("/calendars")
  ResponseEntity<String> calendars(@RequestParam(defaultValue = "") String q) {
    Visitor visitor = access.visitor(Permission.READ_AGREEMENTS);
    List<PublishedVersion<AgreementDefinition>> agreements = published.agreements();
    List<TeamView> teams = staff.teams();
    return list(
        CalendarPages.NAME,
        List.of("name", "zone", "hours", "version", "usedBy"),
        published.calendars().stream()
            .map(calendar -> calendar(calendar, agreements, teams, visitor))
            .toList(),
        q,
        visitor);
  }

  private Row calendar(
      PublishedVersion<CalendarDefinition> calendar,
      List<PublishedVersion<AgreementDefinition>> agreements,
      List<TeamView> teams,
      Visitor visitor) {
    String users =
        Stream.concat(
                agreements.stream()
                    .filter(one -> one.definition().measuresBy(calendar.name()))
                    .map(PublishedVersion::name),
                teams.stream()
                    .filter(team -> calendar.name().equals(team.hours()))
                    .map(TeamView::name))
            .collect(Collectors.joining(", "));
    return new Row(
        calendar.name(),
        CalendarPages.path(calendar.name()),
        List.of(
            calendar.definition().zone().toString(),
            words.week(calendar.definition(), visitor.locale()),
            version(calendar, visitor),
            users));
  }

  @GetMapping("/agreements")
  ResponseEntity<String> agreements(@RequestParam(defaultValue = "") String q) {
    Visitor visitor = access.visitor(Permission.READ_AGREEMENTS);
    return list(
        AgreementPages.NAME,
        List.of("name", "appliesTo", "priorities", "kinds", "calendar", "version"),
        published.agreements().stream().map(one -> agreement(one, visitor)).toList(),
        q,
        visitor);
  }

  private Row agreement(PublishedVersion<AgreementDefinition> version, Visitor visitor) {
    AgreementDefinition agreement = version.definition();
    Locale locale = visitor.locale();
    String appliesTo =
        Stream.of(
                agreement.client(),
                agreement.service(),
                pages.name("tier", agreement.tier(), locale))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return new Row(
        version.name(),
        AgreementPages.path(version.name()),
        List.of(
            appliesTo.isEmpty() ? pages.words("admin.agreements.every", locale) : appliesTo,
            Arrays.stream(dev.baton.incident.Priority.values())
                .filter(each -> agreement.promises().stream().anyMatch(p -> p.appliesTo(each)))
                .map(Enum::name)
                .collect(Collectors.joining(", ")),
            agreement.promises().stream()
                .map(Promise::obligation)
                .distinct()
                .sorted()
                .map(kind -> pages.name("clock", kind, locale))
                .collect(Collectors.joining(", ")),
            Objects.requireNonNullElse(agreement.calendar(), ""),
            version(version, visitor)));
  }

  private String version(PublishedVersion<?> version, Visitor visitor) {
    return pages.words(
        "admin.versions.since",
        visitor.locale(),
        version.number(),
        history.at(version, visitor),
        history.who(version, visitor));
  }

  private ResponseEntity<String> list(
      String name, List<String> columns, List<Row> all, String q, Visitor visitor) {
    String wanted = q.strip().toLowerCase(Locale.ROOT);
    Map<String, Object> model = layout.model(visitor, name);
    model.put("q", q);
    model.put("columns", columns);
    model.put("rows", all.stream().filter(row -> row.contains(wanted)).toList());
    model.put("mayPublish", access.may(Permission.PUBLISH_AGREEMENTS));
    model.put(
        "newPath",
        "/desk/admin/new-" + (name.equals(CalendarPages.NAME) ? "calendar" : "agreement"));
    return layout.answer(HttpStatus.OK, "admin-agreements", visitor, model);
  }
}
