package dev.baton.staff.rota;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.staff.StaffRevision;
import dev.baton.staff.rota.OneOffShift.OneOffShiftKind;
import dev.baton.staff.rota.ShiftChange.ShiftChangeKind;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Swaps and moves single shifts, and takes such a change back: all of it or nothing. Throws {@link
 * InvalidInput} for invalid input.
 */
@Service
@Transactional
public class ChangeShifts {

  private final JdbcClient database;
  private final StaffRevision revision;
  private final RotaSubjects people;
  private final RosterCache rosters;
  private final RotaRepository entries;
  private final ShiftChanges changes;
  private final RotaAudit log;

  ChangeShifts(
      JdbcClient database,
      StaffRevision revision,
      RotaSubjects people,
      RosterCache rosters,
      RotaRepository entries,
      ShiftChanges changes,
      RotaAudit log) {
    this.database = database;
    this.revision = revision;
    this.people = people;
    this.rosters = rosters;
    this.entries = entries;
    this.changes = changes;
    this.log = log;
  }

  /**
   * One takes over a shift from another, perhaps in return for one of their own.
   *
   * @param team whose shifts they are, or null for all
   * @param inReturn the shift of the second that the first works instead, or null
   * @throws InvalidInput where somebody has no shift all that time, or whoever is to work it is
   *     away or on shift, or both shifts are at the same time
   */
  @RequiresPermission(Permission.KEEP_ROTA)
  public ShiftChange swap(
      String from, String to, String team, ShiftTime shift, ShiftTime inReturn) {
    revision.takeTurn();
    period(shift, "from", "to");
    people.agent("fromLogin", from);
    people.agent("toLogin", to);
    if (from.strip().equals(to.strip())) {
      throw new InvalidInput("toLogin", LocalizableText.of("refused.rota.swapSelf"));
    }
    checkHas(from, team, shift, "fromLogin");
    Change change = new Change(ShiftChangeKind.SWAP, team);
    if (inReturn != null) {
      period(inReturn, "returnFrom", "returnTo");
      if (shift.equals(inReturn)) {
        throw new InvalidInput("returnFrom", LocalizableText.of("refused.rota.sameTime"));
      }
      checkHas(to, team, inReturn, "returnFrom");
      change.add(to, inReturn, OneOffShiftKind.OFF);
    }
    change.add(from, shift, OneOffShiftKind.OFF);
    checkCanTake(to, shift, "toLogin");
    if (inReturn != null) {
      checkCanTake(from, inReturn, "returnFrom");
    }
    change.add(to, shift, OneOffShiftKind.EXTRA);
    if (inReturn != null) {
      change.add(from, inReturn, OneOffShiftKind.EXTRA);
    }
    return change.made();
  }

  /**
   * Somebody works a shift at another time.
   *
   * @param team whose shift it is, or null for all
   * @throws InvalidInput where they have no shift all that time, or are away or on shift at the
   *     other
   */
  @RequiresPermission(Permission.KEEP_ROTA)
  public ShiftChange move(String login, String team, ShiftTime shift, ShiftTime instead) {
    revision.takeTurn();
    people.agent("login", login);
    period(shift, "from", "to");
    period(instead, "newFrom", "newTo");
    if (shift.equals(instead)) {
      throw new InvalidInput("newFrom", LocalizableText.of("refused.rota.notMoved"));
    }
    checkHas(login, team, shift, "login");
    Change change = new Change(ShiftChangeKind.MOVE, team);
    change.add(login, shift, OneOffShiftKind.OFF);
    checkCanTake(login, instead, "newFrom");
    change.add(login, instead, OneOffShiftKind.EXTRA);
    return change.made();
  }

  /**
   * Takes a swap or a move back; returns false if there is none with the id.
   *
   * @throws InvalidInput where something was entered later for the same person and time
   */
  @RequiresPermission(Permission.KEEP_ROTA)
  public boolean takeBack(long id) {
    revision.takeTurn();
    Optional<ShiftChange> known = changes.find(id);
    known.ifPresent(this::remove);
    return known.isPresent();
  }

  private void remove(ShiftChange change) {
    if (changes.isBuiltUpon(change)) {
      throw new InvalidInput("id", LocalizableText.of("refused.rota.builtUpon"));
    }
    database.sql("delete from rota_one_off where change_id = ?").param(change.id()).update();
    database.sql("delete from shift_change where id = ?").param(change.id()).update();
    Set<String> touched =
        change.shifts().stream().map(OneOffShift::login).collect(Collectors.toSet());
    revision.changed(touched);
    log.takenBack(change);
  }

  private static void period(ShiftTime shift, String from, String to) {
    RotaSubjects.required(from, shift.from());
    RotaSubjects.required(to, shift.to());
    RotaSubjects.period(shift.from(), shift.to(), to);
  }

  /** Somebody has this shift to give. */
  private void checkHas(String login, String team, ShiftTime shift, String field) {
    new ShiftSwap(rosters.current(), shift).checkHas(login, team, field);
  }

  /** Somebody can work this shift. */
  private void checkCanTake(String login, ShiftTime shift, String field) {
    new ShiftSwap(rosters.current(), shift).checkCanTake(login, field);
  }

  /** The one-off shifts of a change that is being entered. */
  private final class Change {

    private final long id;
    private final String team;

    private Change(ShiftChangeKind kind, String team) {
      this.id = entries.insert("insert into shift_change (kind) values (?)", kind.name());
      this.team = team;
    }

    private void add(String login, ShiftTime time, OneOffShiftKind kind) {
      long agent = people.agent("login", login);
      OneOffShift shift = new OneOffShift(0, login, team, time.from(), time.to(), kind, null);
      entries.insert(
          "insert into rota_one_off (change_id, agent_id, team_id, starts_at, ends_at, kind)"
              + " values (?,?,?,?,?,?)",
          id,
          agent,
          people.teamOf(agent, team),
          time.from(),
          time.to(),
          kind.name());
      log.kept(shift);
      revision.changed(List.of(login));
    }

    private ShiftChange made() {
      return changes.find(id).orElseThrow();
    }
  }
}
