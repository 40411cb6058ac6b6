package dev.baton.desk.web.people;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.staff.Role;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.DutyList;
import dev.baton.staff.rota.Presence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Names roles, teams and states of duty in the visitor's language and time zone. */
@Component
class PeopleWords {

  private final PageRenderer pages;
  private final StaffDirectory staff;

  PeopleWords(PageRenderer pages, StaffDirectory staff) {
    this.pages = pages;
    this.staff = staff;
  }

  /** An option of a list. */
  record Choice(String value, String label, boolean chosen) {}

  String words(String key, Visitor visitor, Object... values) {
    return pages.words(key, visitor.locale(), values);
  }

  /** Such as "on shift until Mon 30 Nov, 18:00". */
  String state(Presence presence, Visitor visitor, Instant now) {
    return pages.words(presence.words(), visitor, now);
  }

  String role(Role role, Visitor visitor) {
    return pages.name("people.role", role, visitor.locale());
  }

  /** A role that a team lacks; null stands for anybody of the team. */
  String wanted(Role role, Visitor visitor) {
    return role == null ? words("people.anybody", visitor) : role(role, visitor);
  }

  /** Such as "Team lead, 18:00–24:00". */
  String missing(Role role, String time, Visitor visitor) {
    return words("people.missing", visitor, wanted(role, visitor), time);
  }

  /** Such as "Team lead, Network"; one of both is given. */
  String post(Role role, TeamView team, Visitor visitor) {
    if (role == null) {
      return team.name();
    }
    String name = role(role, visitor);
    return team == null ? name : name + ", " + team.name();
  }

  String roles(Collection<Role> roles, Visitor visitor) {
    return roles.stream()
        .sorted()
        .map(role -> role(role, visitor))
        .collect(Collectors.joining(", "));
  }

  /** By code and in the order of their names; the people without a team come last. */
  Map<String, String> teams(Visitor visitor) {
    Map<String, String> names =
        staff.teams().stream()
            .collect(
                Collectors.toMap(
                    TeamView::code, TeamView::name, (one, other) -> one, LinkedHashMap::new));
    names.put(DutyList.NO_TEAM, words("people.noTeam", visitor));
    return names;
  }

  List<Choice> choices(Map<String, String> labels, String chosen) {
    return labels.entrySet().stream()
        .map(entry -> new Choice(entry.getKey(), entry.getValue(), entry.getKey().equals(chosen)))
        .toList();
  }

  /** Such as "Monday 30 November 2026". */
  String day(LocalDate day, Visitor visitor) {
    return format(day, visitor, "EEEE d MMMM uuuu", "EEEE, d. MMMM uuuu");
  }

  /** A day by the pattern of the visitor's language. */
  static String format(LocalDate day, Visitor visitor, String english, String german) {
    String pattern = visitor.locale().getLanguage().equals("de") ? german : english;
    return DateTimeFormatter.ofPattern(pattern, visitor.locale()).format(day);
  }

  /** The constants of an enum, named by the messages {@code prefix.NAME}. */
  List<Choice> choices(String prefix, Enum<?>[] constants, String chosen, Visitor visitor) {
    return Stream.of(constants)
        .map(
            each ->
                new Choice(
                    each.name(),
                    pages.name(prefix, each, visitor.locale()),
                    each.name().equals(chosen)))
        .toList();
  }

  /** "Tom Whitfield", and that he may not answer where that is so. */
  String deputy(DutyList.NamedDeputy deputy, Visitor visitor) {
    String name = deputy.presence().name();
    String words =
        deputy.named().role() == null
            ? name
            : words("people.deputyAs", visitor, name, role(deputy.named().role(), visitor));
    return deputy.mayAnswer() ? words : words("people.deputyMayNot", visitor, words);
  }
}
