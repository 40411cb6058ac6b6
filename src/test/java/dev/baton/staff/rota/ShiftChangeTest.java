package dev.baton.staff.rota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.staff.rota.OneOffShift.OneOffShiftKind;
import dev.baton.staff.rota.ShiftChange.ShiftChangeKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftChangeTest {

  private static final Instant MORNING = Instant.parse("2027-03-01T07:00:00Z");

  @Test
  void theOtherHalfOfASwapIsThatOfTheOtherPerson() {
    OneOffShift unasOff = shift(2, "una", OneOffShiftKind.OFF);
    OneOffShift verasOff = shift(1, "vera", OneOffShiftKind.OFF);
    OneOffShift verasExtra = shift(3, "vera", OneOffShiftKind.EXTRA);
    OneOffShift unasExtra = shift(4, "una", OneOffShiftKind.EXTRA);
    ShiftChange swap =
        new ShiftChange(1, ShiftChangeKind.SWAP, List.of(verasOff, unasOff, verasExtra, unasExtra));

    assertThat(swap.otherHalf(unasOff)).contains(verasExtra);
    assertThat(swap.otherHalf(verasOff)).contains(unasExtra);
    assertThat(swap.otherHalf(unasExtra)).contains(verasOff);
  }

  private static OneOffShift shift(long id, String login, OneOffShiftKind kind) {
    return new OneOffShift(id, login, null, MORNING, MORNING.plusSeconds(3_600), kind, null);
  }
}
