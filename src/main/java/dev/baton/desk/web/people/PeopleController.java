package dev.baton.desk.web.people;

import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.DutyList;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is on duty, a team's week, and one person. */
@RestController
@RequestMapping(path = "/desk/people", produces = "text/html;charset=UTF-8")
@Hidden
class PeopleController {

  private final DutyTables duty;
  private final WeekTable week;
  private final MonthTable month;
  private final DayPanel panel;
  private final PostDeputies posts;
  private final PersonEntries entries;
  private final RotaForms forms;
  private final StaffDirectory staff;
  private final PeopleAccess access;
  private final PageLayout frame;
  private final PageRenderer pages;
  private final Clock clock;

  PeopleController(
      DutyTables duty,
      WeekTable week,
      MonthTable month,
      DayPanel panel,
      PostDeputies posts,
      PersonEntries entries,
      RotaForms forms,
      StaffDirectory staff,
      PeopleAccess access,
      PageLayout frame,
      PageRenderer pages,
      Clock clock) {
    this.duty = duty;
    this.week = week;
    this.month = month;
    this.panel = panel;
    this.posts = posts;
    this.entries = entries;
    this.forms = forms;
    this.staff = staff;
    this.access = access;
    this.frame = frame;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<String> onDuty(@RequestParam Map<String, String> given) {
    Visitor visitor = access.visitor();
    Map<String, Object> model = frame.model(visitor);
    model.putAll(duty.of(DutyFilter.of(given), visitor));
    return page("people", model, visitor);
  }

  @GetMapping("/week")
  ResponseEntity<String> week(@RequestParam MultiValueMap<String, String> given) {
    Visitor visitor = access.visitor();
    WeekFilter asked =
        WeekFilter.of(
            given.toSingleValueMap(),
            team(given.getFirst("team"), visitor),
            LocalDate.now(clock.withZone(visitor.zone())));
    boolean mayKeep = access.mayKeep();
    Map<String, Object> model = frame.model(visitor);
    model.putAll(week.of(asked, mayKeep, visitor));
    model.put("postDeputies", posts.of(asked.team(), mayKeep, visitor));
    model.put("mayKeep", mayKeep);
    model.put("swap", RotaForm.SWAP.link(asked.link(), Map.of()));
    model.put("form", formOrDay(asked.team(), given, visitor));
    return page("people-week", model, visitor);
  }

  @GetMapping("/month")
  ResponseEntity<String> month(@RequestParam MultiValueMap<String, String> given) {
    Visitor visitor = access.visitor();
    MonthFilter asked =
        MonthFilter.of(
            given.toSingleValueMap(),
            team(given.getFirst("team"), visitor),
            LocalDate.now(clock.withZone(visitor.zone())));
    boolean mayKeep = access.mayKeep();
    Map<String, Object> model = frame.model(visitor);
    model.putAll(month.of(asked, mayKeep, visitor));
    model.put("mayKeep", mayKeep);
    model.put("swap", RotaForm.SWAP.link(asked.link(), Map.of()));
    model.put("form", formOrDay(asked.team(), given, visitor));
    return page("people-month", model, visitor);
  }

  /** A person's day, to be shown in one of the calendars. */
  @GetMapping("/day")
  ResponseEntity<String> day(@RequestParam MultiValueMap<String, String> given) {
    Visitor visitor = access.visitor();
    String login = given.getFirst("login");
    String html =
        day(team(given.getFirst("team"), visitor), given, visitor)
            .orElseThrow(() -> new NotFound("agent", String.valueOf(login)));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(html);
  }

  private Optional<String> day(String team, MultiValueMap<String, String> given, Visitor visitor) {
    LocalDate today = LocalDate.now(clock.withZone(visitor.zone()));
    return Optional.ofNullable(given.getFirst("login"))
        .flatMap(staff::agent)
        .map(
            person ->
                panel.html(team, person, WeekFilter.day(given.getFirst("day"), today), visitor));
  }

  private String formOrDay(String team, MultiValueMap<String, String> given, Visitor visitor) {
    return given.containsKey("day") && !given.containsKey("form")
        ? day(team, given, visitor).orElse(null)
        : form(given, visitor);
  }

  @GetMapping("/agents/{login}")
  ResponseEntity<String> person(
      @PathVariable String login, @RequestParam MultiValueMap<String, String> given) {
    Visitor visitor = access.visitor();
    AgentView person = staff.agent(login).orElseThrow(() -> new NotFound("agent", login));
    Map<String, Object> model = frame.model(visitor);
    model.putAll(entries.of(person, visitor));
    model.put("form", form(given, visitor));
    return page("people-person", model, visitor);
  }

  /** The team that is asked for, or the first of the visitor's own, or the first of all. */
  private String team(String asked, Visitor visitor) {
    if (DutyList.NO_TEAM.equals(asked)) {
      return asked;
    }
    return staff
        .team(asked)
        .map(TeamView::code)
        .or(() -> own(visitor).stream().sorted().findFirst())
        .or(() -> staff.teams().stream().map(TeamView::code).findFirst())
        .orElse(DutyList.NO_TEAM);
  }

  private Set<String> own(Visitor visitor) {
    return staff.agent(visitor.caller().login()).map(AgentView::teams).orElse(Set.of());
  }

  /** The form that the URL asks for, or null. */
  private String form(MultiValueMap<String, String> given, Visitor visitor) {
    return RotaForm.named(given.getFirst("form"))
        .map(form -> forms.html(form, given, Map.of(), visitor))
        .orElse(null);
  }

  private ResponseEntity<String> page(String template, Map<String, Object> model, Visitor visitor) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(pages.page(template, visitor.locale(), model));
  }
}
