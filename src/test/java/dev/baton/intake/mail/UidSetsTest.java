package dev.baton.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UidSetsTest {

  @Test
  void neighboursAreARange() {
    assertThat(UidSets.of(List.of(1L, 2L, 3L, 7L, 9L, 10L))).containsExactly("1:3,7,9:10");
    assertThat(UidSets.of(List.of())).isEmpty();
  }

  @Test
  void longSetsAreSeveral() {
    List<Long> odd = LongStream.range(0, 2_000).map(i -> 2 * i + 1).boxed().toList();

    assertThat(UidSets.of(odd))
        .hasSizeGreaterThan(1)
        .allSatisfy(set -> assertThat(set.length()).isLessThan(2_100));
    assertThat(String.join(",", UidSets.of(odd)).split(",")).hasSize(2_000);
  }
}
