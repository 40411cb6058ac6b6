package dev.baton.staff.rota;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.staff.StaffRevision;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Edits shifts: weekly ones and one-off exceptions. Throws {@link InvalidInput} for invalid input.
 */
@Service
@Transactional
public class EditShifts {

  private final JdbcTemplate database;
  private final StaffRevision revision;
  private final RotaSubjects people;
  private final RosterCache rosters;
  private final RotaRepository entries;
  private final RotaAudit log;

  EditShifts(
      JdbcTemplate database,
      StaffRevision revision,
      RotaSubjects people,
      RosterCache rosters,
      RotaRepository entries,
      RotaAudit log) {
    this.database = database;
    this.revision = revision;
    this.people = people;
    this.rosters = rosters;
    this.entries = entries;
    this.log = log;
  }

  /** Stores a weekly shift; one with an id replaces the agent's shift with that id. */
  @RequiresPermission(Permission.KEEP_ROTA)
  public WeeklyShift keep(WeeklyShift given) {
    revision.takeTurn();
    long agent = people.agent("login", given.login());
    WeeklyShift shift = accepted(given);
    Object[] values = {
      agent,
      people.teamOf(agent, shift.team()),
      WeeklyPattern.mask(shift),
      shift.start().minutes(),
      shift.end().minutes(),
      shift.zone().getId(),
      shift.validFrom(),
      shift.validTo(),
      shift.everyWeeks()
    };
    long id;
    if (shift.id() == 0) {
      id =
          entries.insert(
              "insert into rota_weekly (agent_id, team_id, days, start_minute, end_minute, zone,"
                  + " valid_from, valid_to, every_weeks) values (?,?,?,?,?,?,?,?,?)",
              values);
    } else {
      id = shift.id();
      entries.owned("rota_weekly", id, agent);
      entries.update(
          "update rota_weekly set agent_id = ?, team_id = ?, days = ?, start_minute = ?, end_minute"
              + " = ?, zone = ?, valid_from = ?, valid_to = ?, every_weeks = ? where id = ?",
          values,
          id);
    }
    revision.changed(Set.of(given.login()));
    WeeklyShift kept = entries.weekly(id);
    log.kept(kept);
    return kept;
  }

  private WeeklyShift accepted(WeeklyShift given) {
    RotaSubjects.required("start", given.start());
    RotaSubjects.required("end", given.end());
    RotaSubjects.required("validFrom", given.validFrom());
    if (given.days().isEmpty()) {
      throw new InvalidInput("days", LocalizableText.of("refused.rota.days"));
    }
    if (given.start().minutes() == TimeOfDay.DAY) {
      throw new InvalidInput("start", LocalizableText.of("refused.rota.start"));
    }
    if (given.everyWeeks() < 1 || given.everyWeeks() > WeeklyShift.MOST_WEEKS) {
      throw new InvalidInput(
          "everyWeeks", LocalizableText.of("refused.rota.weeks", WeeklyShift.MOST_WEEKS));
    }
    if (given.validTo() != null && given.validTo().isBefore(given.validFrom())) {
      throw new InvalidInput(
          "validTo", LocalizableText.of("refused.rota.validTo", given.validFrom()));
    }
    return given.zone() != null ? given : given.in(zoneOf(given.login()));
  }

  private ZoneId zoneOf(String login) {
    return rosters.current().person(login).map(RosterPerson::zone).orElseThrow();
  }

  /** Stores a one-off shift: an extra one, or one that is cancelled once. */
  @RequiresPermission(Permission.KEEP_ROTA)
  public OneOffShift keep(OneOffShift shift) {
    revision.takeTurn();
    RotaSubjects.required("to", shift.to());
    RotaSubjects.required("kind", shift.kind());
    RotaSubjects.period(shift.from(), shift.to(), "to");
    long agent = people.agent("login", shift.login());
    long id =
        entries.insert(
            RotaRepository.INSERT_ONE_OFF,
            RotaRepository.values(shift, agent, people.teamOf(agent, shift.team())));
    log.kept(shift);
    revision.changed(Set.of(shift.login()));
    return entries.oneOff(id);
  }

  /** Removes a weekly shift of the agent; returns false if there is none with the id. */
  @RequiresPermission(Permission.KEEP_ROTA)
  public boolean removeWeekly(String login, long id) {
    return remove("rota_weekly", "Weekly shift", login, id);
  }

  /**
   * Removes a one-off shift of the agent; returns false if there is none with the id.
   *
   * @throws InvalidInput where it is part of a swap or a move, which is taken back as a whole
   * @see ChangeShifts#takeBack
   */
  @RequiresPermission(Permission.KEEP_ROTA)
  public boolean removeOneOff(String login, long id) {
    revision.takeTurn();
    if (entries.isPartOfChange(id, people.agent("login", login))) {
      throw new InvalidInput("id", LocalizableText.of("refused.rota.partOfChange"));
    }
    return remove("rota_one_off", "One-off shift", login, id);
  }

  private boolean remove(String table, String what, String login, long id) {
    revision.takeTurn();
    boolean removed = entries.remove(table, id, people.agent("login", login));
    if (removed) {
      revision.changed(Set.of(login));
      log.takenBack(login, what, id);
    }
    return removed;
  }

  /**
   * Replaces what came from a source for these people, by other shifts of the same people; the
   * source of each shift given is overlooked.
   *
   * @param logins whose shifts of the source go, also where none come
   */
  @RequiresPermission(Permission.KEEP_ROTA)
  public void replace(String source, Collection<String> logins, List<OneOffShift> shifts) {
    revision.takeTurn();
    Set<String> touched = new TreeSet<>(logins);
    for (String login : touched) {
      long agent = people.agent("login", login);
      database.update("delete from rota_one_off where source = ? and agent_id = ?", source, agent);
      List<Object[]> rows =
          shifts.stream()
              .filter(shift -> shift.login().equals(login))
              .map(
                  shift ->
                      RotaRepository.values(
                          shift.of(source), agent, people.teamOf(agent, shift.team())))
              .toList();
      database.batchUpdate(RotaRepository.INSERT_ONE_OFF, rows);
      log.imported(login, source, rows.size());
    }
    revision.changed(touched);
  }
}
