package dev.baton.flow.backtest.replay;

import static dev.baton.flow.backtest.replay.RotaFields.each;
import static dev.baton.flow.backtest.replay.RotaFields.required;
import static dev.baton.flow.backtest.replay.RotaFields.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.calendar.CalendarDefinition;
import dev.baton.flow.backtest.replay.RotaFields.Flaw;
import dev.baton.flow.backtest.replay.RotaPlan.Away;
import dev.baton.flow.backtest.replay.RotaPlan.Member;
import dev.baton.flow.backtest.replay.RotaPlan.StandIn;
import dev.baton.sla.agreement.AgreementDraft;
import dev.baton.sla.agreement.InvalidDefinition;
import dev.baton.staff.Role;
import dev.baton.staff.rota.Absence;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads what a rota file means; the first thing that makes no sense is told with its field. */
public final class RotaParser {

  private static final List<Integer> AT_ONCE = List.of(0);

  private final RotaFile text;
  private final Map<String, List<ShiftLine>> shifts = new TreeMap<>();

  private RotaParser(RotaFile text) {
    this.text = text;
  }

  /**
   * @throws InvalidUsage with line or field, when the file cannot be read, or says what cannot be
   */
  public static RotaPlan of(Path file) {
    RotaFile text = RotaFile.read(file);
    try {
      return new RotaParser(text).plan();
    } catch (Flaw e) {
      throw new InvalidUsage("The rota %s is refused: %s.".formatted(file, e.getMessage()));
    } catch (InvalidDefinition e) {
      throw new InvalidUsage("The rota %s is refused: %s".formatted(file, e.getMessage()));
    }
  }

  private RotaPlan plan() {
    text.shifts().forEach((name, lines) -> shifts.put(name, lines("shifts." + name, lines)));
    return new RotaPlan(
        zone(),
        calendars(text.calendars()),
        members("people", text.people(), false),
        members("everyTeam", text.everyTeam(), true),
        each("postDeputies", text.postDeputies(), RotaParser::standIn),
        answers(text.responder() == null ? RotaFile.Responder.AT_ONCE : text.responder()));
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(required("zone", text.zone()));
    } catch (DateTimeException e) {
      throw new Flaw(
          "zone", "is '%s'; accepted: such as Europe/Berlin or -08:00".formatted(text.zone()));
    }
  }

  private static List<CalendarDefinition> calendars(JsonNode calendars) {
    return calendars == null
        ? List.of()
        : AgreementDraft.of(JsonNodeFactory.instance.objectNode().set("calendars", calendars))
            .document()
            .calendars();
  }

  private static List<ShiftLine> lines(String field, List<String> lines) {
    try {
      return lines.stream().map(ShiftLine::parse).toList();
    } catch (IllegalArgumentException e) {
      throw new Flaw(field, e.getMessage());
    }
  }

  private List<Member> members(String section, List<RotaFile.Who> people, boolean isPattern) {
    List<Member> members = each(section, people, (field, who) -> member(field, who, isPattern));
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      Integer other = seen.put(members.get(i).login(), i);
      if (other != null) {
        throw new Flaw(
            "%s[%d].login".formatted(section, i),
            "is '%s', as that of %s[%d]".formatted(members.get(i).login(), section, other));
      }
    }
    return members;
  }

  private Member member(String field, RotaFile.Who who, boolean isPattern) {
    String name = required(field + ".name", who.name());
    String login = who.login() == null ? login(name) : who.login();
    if (isPattern && !login.contains(RotaPlan.TEAM)) {
      throw new Flaw(
          field + ".login",
          "is '%s' in each team; accepted: one with %s in it".formatted(login, RotaPlan.TEAM));
    }
    if (isPattern && !who.teams().isEmpty()) {
      throw new Flaw(field + ".teams", "is not read here: each team has such a person");
    }
    return new Member(
        name,
        login,
        role(field + ".role", who.role()),
        who.teams(),
        who.shifts().stream().flatMap(shift -> shift(field + ".shifts", shift).stream()).toList(),
        each(field + ".absences", who.absences(), RotaParser::away),
        who.deputies());
  }

  private static String login(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9{}]+", "-").replaceAll("^-+|-+$", "");
  }

  private List<ShiftLine> shift(String field, String name) {
    List<ShiftLine> found = shifts.get(name);
    if (found == null) {
      throw new Flaw(field, "names '%s'; accepted: %s".formatted(name, words(shifts.keySet())));
    }
    return found;
  }

  private static Away away(String field, RotaFile.Away away) {
    required(field + ".from", away.from());
    required(field + ".until", away.until());
    if (!away.from().isBefore(away.until())) {
      throw new Flaw(
          field + ".until",
          "is %s; accepted: the day of return, after %s".formatted(away.until(), away.from()));
    }
    return new Away(away.from(), away.until(), kind(field + ".kind", away.kind()));
  }

  /** Leave, unless another kind is named. */
  private static Absence.AbsenceKind kind(String field, String text) {
    return text == null
        ? Absence.AbsenceKind.LEAVE
        : Arrays.stream(Absence.AbsenceKind.values())
            .filter(kind -> kind.name().equals(text.toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(
                () ->
                    new Flaw(
                        field, "is '%s'; accepted: leave, sick, training, other".formatted(text)));
  }

  private static StandIn standIn(String field, RotaFile.PostDeputyLine line) {
    return new StandIn(
        role(field + ".role", line.role()),
        line.team(),
        required(field + ".deputy", line.deputy()));
  }

  private static Role role(String field, String group) {
    return Role.ofGroup(required(field, group))
        .orElseThrow(
            () ->
                new Flaw(
                    field,
                    "is '%s'; accepted: %s"
                        .formatted(
                            group, words(Arrays.stream(Role.values()).map(Role::group).toList()))));
  }

  private static ResponderBehaviour answers(RotaFile.Responder text) {
    double share = text.silentShare();
    if (!(share >= 0 && share <= 1)) {
      throw new Flaw("responder.silentShare", "is %s; accepted: 0 to 1".formatted(share));
    }
    return new ResponderBehaviour(
        minutes("responder.answersWithin", text.answersWithin()),
        minutes("responder.decidesWithin", text.decidesWithin()),
        share);
  }

  private static List<Integer> minutes(String field, List<Integer> minutes) {
    if (minutes.stream().anyMatch(each -> each == null || each < 0)) {
      throw new Flaw(field, "is %s; accepted: minutes from 0 on".formatted(minutes));
    }
    return minutes.isEmpty() ? AT_ONCE : minutes;
  }
}
