package dev.baton.staff.rota;

import java.util.List;
import java.util.Optional;

/**
 * A shift that was swapped, taken over or moved. Its one-off shifts were entered in one step and
 * are taken back together.
 *
 * @param shifts in the order in which they were entered: first what falls away, then what is worked
 *     instead
 */
public record ShiftChange(long id, ShiftChangeKind kind, List<OneOffShift> shifts) {

  public ShiftChange {
    shifts = List.copyOf(shifts);
  }

  /**
   * The other half of one of its shifts: who works it instead, or whose it was; for a moved shift,
   * when it was or will be.
   */
  public Optional<OneOffShift> otherHalf(OneOffShift half) {
    return shifts.stream()
        .filter(other -> other.kind() != half.kind())
        .filter(other -> kind == ShiftChangeKind.MOVE || isTakenFrom(half, other))
        .findFirst();
  }

  /** The same time, of the other person. */
  private static boolean isTakenFrom(OneOffShift one, OneOffShift other) {
    return !one.login().equals(other.login())
        && one.from().equals(other.from())
        && one.to().equals(other.to());
  }

  /** To another person, perhaps for a shift of theirs; or to another time. */
  public enum ShiftChangeKind {
    SWAP,
    MOVE
  }
}
