package dev.baton.desk.web;

import dev.baton.engine.Actor;
import dev.baton.incident.TimelineText;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.web.text.LocalizableText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * Says in the visitor's language and time what was done about an incident. The journal keeps
 * sign-in names and codes of teams; people read names.
 */
@Component
public class JournalWords {

  /** Which value of an entry is a sign-in name, by the beginning of its key. */
  private static final Map<String, Integer> PEOPLE =
      Map.of(
          "entry.taken", 0,
          "entry.assigned", 0,
          "entry.reassigned.person", 1,
          "entry.helping", 0,
          "entry.lead", 0,
          "entry.not-acknowledged", 0,
          "entry.not-decided", 0,
          "entry.acknowledged", 0,
          "entry.decided.", 0,
          "ladder.by.", 0);

  /** Which value is the code of a team. */
  private static final Map<String, Integer> TEAMS =
      Map.of(
          "entry.routed", 0,
          "entry.second-line", 0,
          "entry.reassigned.", 0,
          "entry.left.no-agents", 0,
          "entry.left.nobody-on-duty", 0,
          "entry.away", 2);

  private final StaffDirectory staff;
  private final PageRenderer pages;

  JournalWords(StaffDirectory staff, PageRenderer pages) {
    this.staff = staff;
    this.pages = pages;
  }

  /** What was done, and what a person wrote with it. */
  public String of(TimelineText line, Visitor visitor, Instant now) {
    String text =
        line.message() == null
            ? PageRenderer.inTimeOf(visitor, line.text(), now)
            : pages.words(named(line.message()), visitor, now);
    return line.note() == null ? text : text + " " + note(line, visitor, now);
  }

  /** The same of a text that is kept elsewhere, such as in the record of an escalation. */
  public String of(LocalizableText text, Visitor visitor, Instant now) {
    return pages.words(named(text), visitor, now);
  }

  /** What people wrote stays as it is. */
  private static String note(TimelineText line, Visitor visitor, Instant now) {
    return Actor.FLOW.name().equals(line.actor())
        ? PageRenderer.inTimeOf(visitor, line.note(), now)
        : line.note();
  }

  private LocalizableText named(LocalizableText text) {
    List<Object> inner =
        text.values().stream()
            .map(value -> value instanceof LocalizableText within ? named(within) : value)
            .toList();
    LocalizableText all = new LocalizableText(text.key(), inner);
    return with(with(all, PEOPLE, staff::name), TEAMS, this::team);
  }

  private static LocalizableText with(
      LocalizableText text, Map<String, Integer> places, UnaryOperator<String> name) {
    return places.entrySet().stream()
        .filter(place -> text.key().startsWith(place.getKey()))
        .findFirst()
        .map(place -> with(text, place.getValue(), name))
        .orElse(text);
  }

  private static LocalizableText with(LocalizableText text, int place, UnaryOperator<String> name) {
    if (place >= text.values().size() || !(text.values().get(place) instanceof String value)) {
      return text;
    }
    List<Object> values = new ArrayList<>(text.values());
    values.set(place, name.apply(value));
    return new LocalizableText(text.key(), values);
  }

  /** Who did something, for the desk's people. */
  public String by(String login, Visitor visitor) {
    return Actor.FLOW.name().equals(login)
        ? pages.words("timeline.flow", visitor.locale())
        : staff.name(login);
  }

  /** The texts say that it is a team. */
  private String team(String code) {
    return staff.team(code).map(TeamView::name).orElse(code).replaceFirst("(?i)^team ", "");
  }
}
