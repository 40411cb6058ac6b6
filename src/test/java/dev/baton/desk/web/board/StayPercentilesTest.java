package dev.baton.desk.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.desk.web.board.FlowHeatResponse.Stays;
import dev.baton.engine.FlowFigures.Stay;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StayPercentilesTest {

  private static List<Stay> stays(int... seconds) {
    return IntStream.of(seconds)
        .mapToObj(each -> new Stay("INC-2026-000001", Duration.ofSeconds(each)))
        .toList();
  }

  @Test
  void areStaysThatWereMeasured() {
    assertThat(StayPercentiles.of(stays(40, 10, 30, 20))).isEqualTo(new Stays(4, 20, 40));
    assertThat(StayPercentiles.of(stays(10, 20, 30, 40, 50, 60, 70, 80, 90, 100)))
        .isEqualTo(new Stays(10, 50, 90));
  }

  @Test
  void ofOneStayAreThatStay() {
    assertThat(StayPercentiles.of(stays(7))).isEqualTo(new Stays(1, 7, 7));
  }

  @Test
  void ofNoneAreNone() {
    assertThat(StayPercentiles.of(List.of())).isNull();
  }
}
