package dev.baton.escalation.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.calendar.CalendarSpan;
import dev.baton.escalation.coverage.Intervals.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalsTest {

  @Test
  void whatTouchesOrOverlapsBecomesOne() {
    assertThat(of(0, 2, 2, 3, 5, 9, 6, 7).all()).containsExactly(stretch(0, 3), stretch(5, 9));
  }

  @Test
  void onlyWhatBothHaveInCommonIsLeft() {
    assertThat(of(0, 4, 6, 10).within(of(3, 7, 9, 12)).all())
        .containsExactly(stretch(3, 4), stretch(6, 7), stretch(9, 10));
  }

  @Test
  void whatMerelyTouchesHasNothingInCommon() {
    assertThat(of(0, 4).within(of(4, 7)).all()).isEmpty();
    assertThat(of().within(of(4, 7)).all()).isEmpty();
  }

  @Test
  void aGapOfOneMillisecondIsFound() {
    Intervals gap = new Intervals(List.of(new Stretch(hour(4), hour(4).plusMillis(1))));

    assertThat(gap.within(of(0, 24)).all()).isEqualTo(gap.all());
  }

  private static Intervals of(int... hours) {
    List<CalendarSpan> spans = new ArrayList<>();
    for (int i = 0; i < hours.length; i += 2) {
      spans.add(
          new CalendarSpan(
              hour(hours[i]), hour(hours[i + 1]), CalendarSpan.SpanKind.OUTSIDE_HOURS, null));
    }
    return Intervals.of(spans);
  }

  private static Stretch stretch(int from, int to) {
    return new Stretch(hour(from), hour(to));
  }

  private static Instant hour(int hour) {
    return Instant.parse("2026-03-02T00:00:00Z").plusSeconds(hour * 3600L);
  }
}
