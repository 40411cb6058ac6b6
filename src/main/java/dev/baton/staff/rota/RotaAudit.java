package dev.baton.staff.rota;

import static java.util.stream.Collectors.joining;

import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Audits changes of the rota, with the person or post concerned. Omits the reason for an absence.
 */
@Component
class RotaAudit {

  private final AuditTrail trail;

  RotaAudit(AuditTrail trail) {
    this.trail = trail;
  }

  void kept(WeeklyShift shift) {
    record(
        shift.login(),
        "Weekly shift %d: %s, %s to %s (%s)%s from %s%s"
            .formatted(
                shift.id(),
                days(shift.days()),
                shift.start(),
                shift.end(),
                shift.zone(),
                shift.everyWeeks() == 1 ? "" : " every %d weeks".formatted(shift.everyWeeks()),
                shift.validFrom(),
                shift.validTo() == null ? "" : " to " + shift.validTo()));
  }

  private static String days(Set<DayOfWeek> days) {
    return days.stream()
        .sorted()
        .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
        .collect(joining(" "));
  }

  void kept(OneOffShift shift) {
    String kind = shift.kind() == OneOffShift.OneOffShiftKind.EXTRA ? "Works" : "Does not work";
    record(shift.login(), kind + " once " + period(shift.from(), shift.to()));
  }

  void imported(String login, String source, int shifts) {
    record(
        login,
        "%d %s of %s in place of those that came from it before"
            .formatted(shifts, shifts == 1 ? "shift" : "shifts", source));
  }

  void kept(Absence absence) {
    record(
        absence.login(),
        "Absence %d %s".formatted(absence.id(), period(absence.from(), absence.until())));
  }

  void kept(Deputy deputy) {
    String as = deputy.role() == null ? "" : " as " + deputy.role().words();
    record(
        deputy.login(),
        "Deputy %d: %s%s %s"
            .formatted(deputy.id(), deputy.deputy(), as, period(deputy.from(), deputy.until())));
  }

  void kept(PostDeputy deputy) {
    record(
        "posts",
        "Deputy %d of %s: %s %s"
            .formatted(
                deputy.id(),
                deputy.post().words(),
                deputy.deputy(),
                period(deputy.from(), deputy.until())));
  }

  /**
   * @param what a weekly shift, an absence …
   */
  void takenBack(String login, String what, long id) {
    record(login, "%s %d removed".formatted(what, id));
  }

  void takenBack(ShiftChange change) {
    String what = change.kind() == ShiftChange.ShiftChangeKind.SWAP ? "Swap" : "Move";
    change
        .shifts()
        .forEach(
            shift ->
                record(
                    shift.login(),
                    "%s taken back: was to %s once %s"
                        .formatted(
                            what,
                            shift.kind() == OneOffShift.OneOffShiftKind.EXTRA ? "work" : "be off",
                            period(shift.from(), shift.to()))));
  }

  void takenBackFromPost(long id) {
    record("posts", "Deputy %d removed".formatted(id));
  }

  private static String period(Instant from, Instant until) {
    return until == null ? "from " + from : "from %s until %s".formatted(from, until);
  }

  private void record(String whose, String words) {
    trail.record(AuditEntry.of(AuditKind.SETTINGS_CHANGED, "rota of " + whose, words));
  }
}
