package dev.baton.staff.rota;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.staff.StaffRevision;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters, changes and withdraws absences. Throws {@link InvalidInput} for invalid input. */
@Service
@Transactional
public class PlanAbsences {

  private static final int LONGEST_NOTE = 500;

  private final StaffRevision revision;
  private final RotaSubjects people;
  private final RotaRepository entries;
  private final RotaAudit log;
  private final ApplicationEventPublisher events;

  PlanAbsences(
      StaffRevision revision,
      RotaSubjects people,
      RotaRepository entries,
      RotaAudit log,
      ApplicationEventPublisher events) {
    this.revision = revision;
    this.people = people;
    this.entries = entries;
    this.log = log;
    this.events = events;
  }

  /** Enters an absence. */
  @RequiresPermission(Permission.READ_STAFF)
  public Absence plan(Absence absence) {
    revision.takeTurn();
    long agent = people.agent("login", absence.login());
    check(absence, 0);
    long id =
        entries.insert(
            "insert into absence (agent_id, starts_at, ends_at, kind, note) values (?,?,?,?,?)",
            agent,
            absence.from(),
            absence.until(),
            absence.kind().name(),
            absence.note());
    return planned(id);
  }

  /** Changes the absence of that id and person: another period (back early), kind or note. */
  @RequiresPermission(Permission.READ_STAFF)
  public Absence change(Absence absence) {
    revision.takeTurn();
    entries.owned("absence", absence.id(), people.agent("login", absence.login()));
    check(absence, absence.id());
    entries.update(
        "update absence set starts_at = ?, ends_at = ?, kind = ?, note = ? where id = ?",
        new Object[] {absence.from(), absence.until(), absence.kind().name(), absence.note()},
        absence.id());
    return planned(absence.id());
  }

  /** Records that the person is back at this moment, earlier or later than planned. */
  @RequiresPermission(Permission.READ_STAFF)
  public Absence backAt(String login, long id, Instant moment) {
    RotaSubjects.required("until", moment);
    Absence known =
        entries.absencesOf(login).stream()
            .filter(each -> each.id() == id)
            .findFirst()
            .orElseThrow(
                () -> new InvalidInput("id", LocalizableText.of("refused.rota.noAbsence", id)));
    return change(new Absence(id, known.login(), known.from(), moment, known.kind(), known.note()));
  }

  private Absence planned(long id) {
    Absence stored = entries.absence(id);
    revision.changed(Set.of(stored.login()));
    log.kept(stored);
    events.publishEvent(new AbsencePlanned(id, stored.login(), stored.from(), stored.until()));
    return stored;
  }

  /** Withdraws an absence of the person; returns false if there is none with the id. */
  @RequiresPermission(Permission.READ_STAFF)
  public boolean withdraw(String login, long id) {
    revision.takeTurn();
    boolean removed = entries.remove("absence", id, people.agent("login", login));
    if (removed) {
      revision.changed(Set.of(login));
      log.takenBack(login, "Absence", id);
      events.publishEvent(new AbsenceWithdrawn(id, login));
    }
    return removed;
  }

  private void check(Absence absence, long itself) {
    RotaSubjects.period(absence.from(), absence.until(), "until");
    RotaSubjects.required("kind", absence.kind());
    if (absence.note() != null && absence.note().length() > LONGEST_NOTE) {
      throw new InvalidInput("note", LocalizableText.of("refused.rota.note", LONGEST_NOTE));
    }
    Optional<Absence> other =
        entries.absencesOf(absence.login()).stream()
            .filter(known -> known.id() != itself)
            .filter(known -> overlap(known, absence))
            .findFirst();
    if (other.isPresent()) {
      Absence known = other.get();
      throw new InvalidInput(
          "from",
          LocalizableText.of(
              "refused.rota.overlap",
              known.id(),
              known.from(),
              known.until() == null
                  ? LocalizableText.of("refused.rota.furtherNotice")
                  : known.until()));
    }
  }

  private static boolean overlap(Absence one, Absence other) {
    return (other.until() == null || one.from().isBefore(other.until()))
        && (one.until() == null || other.from().isBefore(one.until()));
  }
}
