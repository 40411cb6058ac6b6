package dev.baton.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.fuzz.Costs;
import dev.baton.fuzz.HostileMails;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails made to cost more than their length: what they cost grows as they do, and no faster. */
class HostileMailTest {

  private static final int SIZE = 8_000;

  /** Of four times the size: 4 where proportional, 16 where squared. */
  private static final double PROPORTIONAL = 10;

  private final MailParser parser = new MailParser();

  @ParameterizedTest
  @MethodSource
  void costsInProportionToItsLength(String shape) {
    double growth =
        Costs.growth(SIZE, size -> HostileMails.of(shape, size), raw -> parser.parse(raw));

    assertThat(growth).as("cost of four times as much '%s'", shape).isLessThan(PROPORTIONAL);
  }

  static Stream<String> costsInProportionToItsLength() {
    return HostileMails.all().keySet().stream();
  }

  @Test
  void keepsWhatItReadsWithinBounds() {
    Mail references = parser.parse(HostileMails.of("header: references", 90_000));
    Mail addresses = parser.parse(HostileMails.of("many addresses in many headers", 200_000));
    Mail parts = parser.parse(HostileMails.of("named parts", 200_000));
    Mail files = parser.parse(HostileMails.of("uuencoded files", 200_000));

    assertThat(references.references()).hasSize(100).startsWith("<0@a>");
    assertThat(addresses.cc()).hasSize(1_000);
    assertThat(parts.attachments()).hasSizeLessThanOrEqualTo(1_000);
    assertThat(files.attachments()).hasSize(100);
  }

  @Test
  void makesNoLargeFileOfAFewBytesThatClaimIt() {
    Mail mail = parser.parse(HostileMails.of("uuencoded lengths", 100_000));

    assertThat(mail.attachments())
        .singleElement()
        .satisfies(file -> assertThat(file.size()).isLessThan(102_000));
  }

  @Test
  void stopsWhereItsThreadIsInterrupted() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> parser.parse(HostileMails.of("HTML: line breaks", 10_000)))
          .isInstanceOf(ParsingStopped.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
