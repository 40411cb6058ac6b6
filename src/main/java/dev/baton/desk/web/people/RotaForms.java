package dev.baton.desk.web.people;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.staff.AgentView;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.Absence;
import dev.baton.staff.rota.OneOffShift;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Renders the forms that change the rota, filled in and with what is wrong at each field. */
@Component
class RotaForms {

  private final PageRenderer pages;
  private final PeopleWords words;
  private final PeopleNames names;
  private final PeopleAccess access;
  private final StaffDirectory staff;
  private final Clock clock;

  RotaForms(
      PageRenderer pages,
      PeopleWords words,
      PeopleNames names,
      PeopleAccess access,
      StaffDirectory staff,
      Clock clock) {
    this.pages = pages;
    this.words = words;
    this.names = names;
    this.access = access;
    this.staff = staff;
    this.clock = clock;
  }

  /**
   * @param problems the key of a message, or the text, for each field with a problem
   */
  String html(
      RotaForm form,
      MultiValueMap<String, String> given,
      Map<String, String> problems,
      Visitor visitor) {
    if (form.isForKeepers()) {
      access.keeper();
    }
    boolean mayKeep = access.mayKeep();
    Optional<AgentView> person = person(given, mayKeep, visitor);
    Role role = Optional.ofNullable(given.getFirst("role")).flatMap(Role::ofGroup).orElse(null);
    TeamView team = Optional.ofNullable(given.getFirst("post")).flatMap(staff::team).orElse(null);
    Map<String, String> values = new HashMap<>(given.toSingleValueMap());
    person.ifPresent(known -> values.put("login", PeopleNames.field(known.login(), known.name())));
    Optional.ofNullable(values.get("taker"))
        .flatMap(names::find)
        .ifPresent(taker -> values.put("taker", PeopleNames.field(taker.login(), taker.name())));
    begin(form, values, visitor);
    Map<String, Object> model = new HashMap<>();
    model.put("form", form.path());
    model.put("values", values);
    model.put("problems", texts(problems, visitor));
    model.put("mayKeep", mayKeep);
    model.put("zone", visitor.zone().getId());
    model.put("names", names.of(team == null ? null : team.code(), role));
    boolean isOfPost = form == RotaForm.DEPUTY && (role != null || team != null);
    model.put("post", isOfPost ? words.post(role, team, visitor) : null);
    model.put("title", words.words("people.form." + form.path(), visitor));
    model.put("teams", teams(person, team, given.getFirst("post")));
    model.put("kinds", kinds(form, given.getFirst("kind"), visitor));
    model.put("days", days(given, visitor));
    person
        .filter(known -> form == RotaForm.WEEKLY)
        .ifPresent(known -> model.put("zone", known.zone().getId()));
    return form.isShiftChange()
        ? pages.part("people-change", "changeForm", visitor.locale(), model)
        : pages.part("people-form", "rotaForm", visitor.locale(), model);
  }

  private Map<String, String> texts(Map<String, String> problems, Visitor visitor) {
    Map<String, String> texts = new HashMap<>(problems);
    texts.replaceAll(
        (field, problem) ->
            problem.startsWith(RotaFormInput.PROBLEM) ? words.words(problem, visitor) : problem);
    return texts;
  }

  /** Who may not edit the rota of others has only their own. */
  private Optional<AgentView> person(
      MultiValueMap<String, String> given, boolean mayKeep, Visitor visitor) {
    if (!mayKeep) {
      return staff.agent(visitor.caller().login());
    }
    String login = given.getFirst("login");
    return login == null || login.isBlank() ? Optional.empty() : names.find(login);
  }

  private void begin(RotaForm form, Map<String, String> values, Visitor visitor) {
    Instant now = clock.instant();
    switch (form) {
      case SHIFT, SWAP, MOVE -> {}
      case WEEKLY -> {
        values.putIfAbsent("validFrom", LocalDate.ofInstant(now, visitor.zone()).toString());
        values.putIfAbsent("everyWeeks", "1");
      }
      case ABSENCE, DEPUTY -> values.putIfAbsent("from", visitor.field(now));
    }
  }

  /** The teams that a shift can be for; it is for all of the person's unless one is chosen. */
  private List<PeopleWords.Choice> teams(Optional<AgentView> person, TeamView team, String chosen) {
    Set<String> codes = person.map(AgentView::teams).orElse(Set.of());
    Stream<TeamView> known = codes.stream().sorted().flatMap(code -> staff.team(code).stream());
    return Stream.concat(Stream.ofNullable(team), known)
        .distinct()
        .map(each -> new PeopleWords.Choice(each.code(), each.name(), each.code().equals(chosen)))
        .collect(Collectors.toList());
  }

  private List<PeopleWords.Choice> kinds(RotaForm form, String chosen, Visitor visitor) {
    return switch (form) {
      case SHIFT ->
          words.choices("people.shiftKind", OneOffShift.OneOffShiftKind.values(), chosen, visitor);
      case ABSENCE ->
          words.choices("people.absenceKind", Absence.AbsenceKind.values(), chosen, visitor);
      case WEEKLY, DEPUTY, SWAP, MOVE -> List.of();
    };
  }

  private static List<PeopleWords.Choice> days(
      MultiValueMap<String, String> given, Visitor visitor) {
    List<String> chosen = given.getOrDefault("days", List.of());
    return Stream.of(DayOfWeek.values())
        .map(
            day ->
                new PeopleWords.Choice(
                    day.name(),
                    day.getDisplayName(TextStyle.FULL_STANDALONE, visitor.locale()),
                    chosen.contains(day.name())))
        .toList();
  }
}
