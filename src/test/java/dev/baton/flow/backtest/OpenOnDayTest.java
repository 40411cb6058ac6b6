package dev.baton.flow.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.incident.Status;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenOnDayTest {

  private static final LocalDate FIRST = LocalDate.of(2021, 3, 1);

  @Test
  void countsWhatIsNotYetClosedAtTheEndOfEveryDayQuietOnesToo() {
    Replayed incident = new Replayed("INC1");
    incident.passed(Logs.row().at("2021-03-01T08:00:00Z").build());
    incident.passed(Logs.row().state(RecordedState.CLOSED).at("2021-03-04T08:00:00Z").build());
    incident.nowIs(Views.view().status(Status.CLOSED).closedAt("2021-03-03T08:00:00Z").build());

    assertThat(OpenOnDay.count(List.of(incident)))
        .containsExactly(
            new OpenOnDay(FIRST, 1, 1),
            new OpenOnDay(FIRST.plusDays(1), 1, 1),
            new OpenOnDay(FIRST.plusDays(2), 1, 0),
            new OpenOnDay(FIRST.plusDays(3), 0, 0));
  }

  @Test
  void drawsTheCountsInsideThePictureWithRoundNumbersAtTheSide() {
    Chart chart =
        Chart.of(List.of(new OpenOnDay(FIRST, 0, 0), new OpenOnDay(FIRST.plusDays(1), 37, 12)));

    assertThat(chart.log()).isEqualTo("52.0,272.0 948.0,31.5");
    assertThat(chart.counts())
        .extracting(Chart.Tick::label)
        .containsExactly("0", "10", "20", "30", "40");
    assertThat(chart.days())
        .extracting(Chart.Tick::label)
        .containsExactly("2021-03-01", "2021-03-02");
  }

  @Test
  void drawsASingleDayToo() {
    assertThat(Chart.of(List.of(new OpenOnDay(FIRST, 0, 0))).log()).isEqualTo("52.0,272.0");
  }
}
