package dev.baton.flow.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.flow.backtest.Views;
import dev.baton.flow.backtest.log.Logs;
import dev.baton.flow.backtest.log.RecordedState;
import dev.baton.flow.backtest.replay.ReplayedIncident;
import dev.baton.incident.Status;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenIncidentsPerDayTest {

  private static final LocalDate FIRST = LocalDate.of(2021, 3, 1);

  @Test
  void countsWhatIsNotYetClosedAtTheEndOfEveryDayQuietOnesToo() {
    ReplayedIncident incident = new ReplayedIncident("INC1");
    incident.passed(Logs.row().at("2021-03-01T08:00:00Z").build());
    incident.passed(Logs.row().state(RecordedState.CLOSED).at("2021-03-04T08:00:00Z").build());
    incident.nowIs(Views.view().status(Status.CLOSED).closedAt("2021-03-03T08:00:00Z").build());

    assertThat(OpenIncidentsPerDay.count(List.of(incident)))
        .containsExactly(
            new OpenIncidentsPerDay(FIRST, 1, 1),
            new OpenIncidentsPerDay(FIRST.plusDays(1), 1, 1),
            new OpenIncidentsPerDay(FIRST.plusDays(2), 1, 0),
            new OpenIncidentsPerDay(FIRST.plusDays(3), 0, 0));
  }

  @Test
  void drawsTheCountsInsideThePictureWithRoundNumbersAtTheSide() {
    OpenIncidentsChart chart =
        OpenIncidentsChart.of(
            List.of(
                new OpenIncidentsPerDay(FIRST, 0, 0),
                new OpenIncidentsPerDay(FIRST.plusDays(1), 37, 12)));

    assertThat(chart.log()).isEqualTo("52.0,272.0 948.0,31.5");
    assertThat(chart.counts())
        .extracting(OpenIncidentsChart.Tick::label)
        .containsExactly("0", "10", "20", "30", "40");
    assertThat(chart.days())
        .extracting(OpenIncidentsChart.Tick::label)
        .containsExactly("2021-03-01", "2021-03-02");
  }

  @Test
  void drawsASingleDayToo() {
    assertThat(OpenIncidentsChart.of(List.of(new OpenIncidentsPerDay(FIRST, 0, 0))).log())
        .isEqualTo("52.0,272.0");
  }
}
