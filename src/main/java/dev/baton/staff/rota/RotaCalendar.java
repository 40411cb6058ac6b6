package dev.baton.staff.rota;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Attendee;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shifts as iCalendar: a feed to subscribe to, and the import of what another planner says. */
@Service
public class RotaCalendar {

  /** How far back and ahead events without an end are read. */
  public static final Duration REACH = Duration.ofDays(400);

  private final StaffDirectory staff;
  private final EditShifts shifts;
  private final JdbcClient database;
  private final Clock clock;

  RotaCalendar(StaffDirectory staff, EditShifts shifts, JdbcClient database, Clock clock) {
    this.staff = staff;
    this.shifts = shifts;
    this.database = database;
    this.clock = clock;
  }

  /**
   * What an import kept.
   *
   * @param until events without an end were read so far
   */
  public record Imported(String source, List<String> logins, int shifts, Instant until) {}

  /** The time worked of these spans, one event each, in UTC. */
  public String feed(String name, List<RotaPeriod> spans) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Baton//Rota//EN");
    calendar.setName(name);
    spans.stream()
        .filter(span -> span.kind().isWork())
        .map(this::event)
        .forEach(calendar::addEvent);
    return Biweekly.write(calendar).go();
  }

  private VEvent event(RotaPeriod span) {
    VEvent event = new VEvent();
    event.setUid(
        "%s-%s-%d@baton"
            .formatted(
                span.login(),
                span.team() == null ? "all" : span.team(),
                span.from().getEpochSecond()));
    event.setDateTimeStamp(Date.from(clock.instant()));
    event.setDateStart(Date.from(span.from()));
    event.setDateEnd(Date.from(span.to()));
    event.setSummary(
        "%s: %s%s"
            .formatted(
                span.name(),
                span.kind() == RotaPeriod.RotaPeriodKind.EXTRA ? "extra shift" : "shift",
                span.team() == null ? "" : ", " + span.team()));
    event.addExperimentalProperty(ICalendarShifts.LOGIN, span.login());
    if (span.team() != null) {
      event.addExperimentalProperty(ICalendarShifts.TEAM, span.team());
    }
    staff
        .agent(span.login())
        .map(AgentView::email)
        .ifPresent(email -> event.addAttendee(new Attendee(span.name(), email)));
    return event;
  }

  /**
   * Takes over somebody's shifts; they replace those that came from the same source before. The
   * events are taken as theirs, whoever else they name.
   *
   * @param team whose shifts they are; null: as each event says, else of all teams
   * @throws InvalidInput with the line of what cannot be read
   */
  @Transactional
  public Imported importForAgent(String login, String team, String source, String ics) {
    AgentView agent =
        staff
            .agent(login)
            .orElseThrow(
                () -> new InvalidInput("login", "there is no agent '%s'".formatted(login)));
    List<OneOffShift> read =
        read(ics, agent.zone()).stream()
            .map(shift -> shift(agent.login(), team == null ? shift.team() : team, source, shift))
            .toList();
    return keep(source, new TreeSet<>(Set.of(agent.login())), read);
  }

  /**
   * Takes over a team's shifts, each of the member whom its event names: by {@code X-BATON-LOGIN},
   * or as the only attendee by e-mail address. They replace those of the team that came from the
   * same source before.
   *
   * @throws InvalidInput with the line of what cannot be read
   */
  @Transactional
  public Imported importForTeam(String team, String source, String ics) {
    List<AgentView> members =
        staff.agents().stream().filter(agent -> agent.teams().contains(team)).toList();
    List<OneOffShift> read =
        read(ics, ZoneOffset.UTC).stream()
            .map(shift -> shift(member(members, shift).login(), team, source, shift))
            .toList();
    Set<String> touched =
        Stream.concat(read.stream().map(OneOffShift::login), known(team, source).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return keep(source, touched, read);
  }

  private List<ICalendarShifts.Read> read(String ics, ZoneId zone) {
    Instant now = clock.instant();
    return ICalendarShifts.read(ics, zone, now.minus(REACH), now.plus(REACH));
  }

  private Imported keep(String source, Set<String> logins, List<OneOffShift> read) {
    shifts.replace(source, logins, read);
    return new Imported(source, List.copyOf(logins), read.size(), clock.instant().plus(REACH));
  }

  private List<String> known(String team, String source) {
    return database
        .sql(
            "select distinct a.login from rota_one_off o join agent a on a.id = o.agent_id"
                + " join team t on t.id = o.team_id where o.source = ? and t.code = ?")
        .params(source, team)
        .query(String.class)
        .list();
  }

  private static AgentView member(List<AgentView> members, ICalendarShifts.Read shift) {
    Optional<AgentView> found =
        members.stream()
            .filter(
                member ->
                    shift.login() != null
                        ? member.login().equals(shift.login().toLowerCase(Locale.ROOT))
                        : shift.email() != null && shift.email().equalsIgnoreCase(member.email()))
            .findFirst();
    return found.orElseThrow(
        () ->
            new InvalidInput(
                "body",
                "Line %d: the event must name a member of the team as its only ATTENDEE, not '%s'"
                    .formatted(
                        shift.line(), shift.login() != null ? shift.login() : shift.email())));
  }

  private static OneOffShift shift(
      String login, String team, String source, ICalendarShifts.Read shift) {
    return new OneOffShift(
        0, login, team, shift.from(), shift.to(), OneOffShift.OneOffShiftKind.EXTRA, source);
  }
}
