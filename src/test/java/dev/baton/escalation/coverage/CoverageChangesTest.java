package dev.baton.escalation.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.escalation.coverage.CoverageChanges.Stored;
import dev.baton.escalation.coverage.CoverageGap.CoverageGapKind;
import dev.baton.staff.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageChangesTest {

  private static final Instant EARLIER = day(1);
  private static final Instant NOW = day(2);

  @Test
  void whatWasNotThereBeforeIsNew() {
    CoverageChanges changes = between(List.of(), List.of(gap(day(3), day(4))));

    assertThat(changes.added()).containsExactly(gap(day(3), day(4)));
    assertThat(changes.mended()).isEmpty();
  }

  @Test
  void whatIsThereStillIsLeftAlone() {
    CoverageChanges changes =
        between(List.of(stored(7, day(3), day(4))), List.of(gap(day(3), day(4))));

    assertThat(changes.added()).isEmpty();
    assertThat(changes.changed()).isEmpty();
    assertThat(changes.mended()).isEmpty();
  }

  @Test
  void whatIsGoneIsMended() {
    Stored gone = stored(7, day(3), day(4));

    assertThat(between(List.of(gone), List.of(gap(day(5), day(6)))).mended()).containsExactly(gone);
  }

  @Test
  void aGapThatGoesOnKeepsItsBeginning() {
    CoverageChanges changes =
        between(List.of(stored(7, day(1), day(4))), List.of(gap(NOW, day(4))));

    assertThat(changes.added()).isEmpty();
    assertThat(changes.changed()).isEmpty();
    assertThat(changes.mended()).isEmpty();
  }

  @Test
  void aGapThatReachesFurtherKeepsWhenItWasFound() {
    CoverageChanges changes =
        between(List.of(stored(7, day(3), day(4))), List.of(gap(day(3), day(6))));

    assertThat(changes.changed())
        .containsExactly(new Stored(7, gap(day(3), day(6)).within(day(3), day(6), EARLIER)));
  }

  @Test
  void aGapThatIsMendedInTheMiddleBecomesTwo() {
    CoverageChanges changes =
        between(
            List.of(stored(7, day(3), day(8))), List.of(gap(day(3), day(4)), gap(day(6), day(8))));

    assertThat(changes.changed()).extracting(Stored::id).containsExactly(7L);
    assertThat(changes.added())
        .singleElement()
        .satisfies(
            second -> {
              assertThat(second.from()).isEqualTo(day(6));
              assertThat(second.foundAt()).isEqualTo(EARLIER);
            });
    assertThat(changes.mended()).isEmpty();
  }

  @Test
  void thatNobodyHasARoleStaysOneFindingUntilSomebodyHasIt() {
    CoverageGap nobody =
        new CoverageGap(
            CoverageGapKind.NOBODY,
            "network",
            Role.TEAM_LEAD,
            null,
            null,
            null,
            "Nobody.",
            EARLIER);
    Stored known = new Stored(3, nobody);

    assertThat(between(List.of(known), List.of(nobody)).mended()).isEmpty();
    assertThat(between(List.of(known), List.of()).mended()).containsExactly(known);
  }

  @Test
  void theSameTimeOnAnotherRungIsAnotherMatter() {
    CoverageGap other =
        new CoverageGap(
            CoverageGapKind.OFF_DUTY,
            "network",
            Role.TEAM_LEAD,
            null,
            day(3),
            day(4),
            "No lead.",
            NOW);
    Stored known = stored(7, day(3), day(4));

    CoverageChanges changes = between(List.of(known), List.of(other));

    assertThat(changes.added()).containsExactly(other);
    assertThat(changes.mended()).containsExactly(known);
  }

  private static CoverageChanges between(List<Stored> before, List<CoverageGap> found) {
    return CoverageChanges.between(before, found, NOW);
  }

  private static Stored stored(long id, Instant from, Instant to) {
    return new Stored(id, gap(from, to).within(from, to, EARLIER));
  }

  private static CoverageGap gap(Instant from, Instant to) {
    return new CoverageGap(
        CoverageGapKind.OFF_DUTY,
        "network",
        Role.SENIOR_AGENT,
        "desk-hours",
        from,
        to,
        "Nobody.",
        NOW);
  }

  private static Instant day(int day) {
    return Instant.parse("2026-03-%02dT00:00:00Z".formatted(day));
  }
}
