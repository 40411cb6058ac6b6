package dev.baton.desk.web.people;

import dev.baton.desk.web.Visitor;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.rota.OneOffShift;
import dev.baton.staff.rota.RotaPeriod;
import dev.baton.staff.rota.RotaPeriod.RotaPeriodKind;
import dev.baton.staff.rota.ShiftChange;
import dev.baton.staff.rota.ShiftChange.ShiftChangeKind;
import dev.baton.staff.rota.ShiftChanges;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says of a shift that it was taken over from somebody, or moved. */
@Component
class ChangeMarks {

  private final ShiftChanges changes;
  private final StaffDirectory staff;
  private final PeopleWords words;

  ChangeMarks(ShiftChanges changes, StaffDirectory staff, PeopleWords words) {
    this.changes = changes;
    this.staff = staff;
    this.words = words;
  }

  /**
   * A swap or a move, at one of its shifts.
   *
   * @param words such as "takes over from Lena Fischer"
   */
  record ChangeMark(long change, String words) {

    /** The URL that takes the whole of it back. */
    String takeBack() {
      return "/desk/people/shift-changes/%d/take-back".formatted(change);
    }
  }

  private record Half(ShiftChange change, OneOffShift shift) {

    boolean isPartOf(RotaPeriod period) {
      RotaPeriodKind kind =
          shift.kind() == OneOffShift.OneOffShiftKind.EXTRA
              ? RotaPeriodKind.EXTRA
              : RotaPeriodKind.OFF;
      return period.kind() == kind
          && shift.from().isBefore(period.to())
          && period.from().isBefore(shift.to());
    }
  }

  /** The marks of these people's shifts between two instants. */
  Marks of(Collection<String> logins, Instant from, Instant to, Visitor visitor) {
    return new Marks(
        changes.of(logins, from, to).stream()
            .flatMap(change -> change.shifts().stream().map(shift -> new Half(change, shift)))
            .collect(Collectors.groupingBy(half -> half.shift().login())),
        visitor);
  }

  /** Finds the mark of a shift. */
  final class Marks {

    private final Map<String, List<Half>> byLogin;
    private final Visitor visitor;

    private Marks(Map<String, List<Half>> byLogin, Visitor visitor) {
      this.byLogin = byLogin;
      this.visitor = visitor;
    }

    /** The one that was entered last. */
    Optional<ChangeMark> of(RotaPeriod period) {
      return byLogin.getOrDefault(period.login(), List.of()).stream()
          .filter(half -> half.isPartOf(period))
          .max(Comparator.comparing(half -> half.shift().id()))
          .flatMap(this::mark);
    }

    /** That of a single entry. */
    Optional<ChangeMark> of(OneOffShift shift) {
      return byLogin.getOrDefault(shift.login(), List.of()).stream()
          .filter(half -> half.shift().id() == shift.id())
          .findFirst()
          .flatMap(this::mark);
    }

    private Optional<ChangeMark> mark(Half half) {
      ShiftChange change = half.change();
      String key = "people.change.%s.%s".formatted(change.kind(), half.shift().kind());
      return change
          .otherHalf(half.shift())
          .map(
              other ->
                  new ChangeMark(
                      change.id(),
                      words.words(
                          key,
                          visitor,
                          change.kind() == ShiftChangeKind.SWAP
                              ? staff.name(other.login())
                              : visitor.between(other.from(), other.to(), other.from()))));
    }
  }
}
