package dev.baton.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.fuzz.Costs;
import dev.baton.fuzz.HostileMails;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parsing mails that were made to be expensive takes time proportional to their length. */
class HostileMailTest {

  private static final int SIZE = 8_000;

  /** For four times the size: about 4 if proportional, 16 if quadratic. */
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
  void limitsTheNumberOfReferencesAddressesAndAttachments() {
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
  void aShortLineThatDeclaresALargeFileDoesNotProduceOne() {
    Mail mail = parser.parse(HostileMails.of("uuencoded lengths", 100_000));

    assertThat(mail.attachments())
        .singleElement()
        .satisfies(file -> assertThat(file.size()).isLessThan(102_000));
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> parser.parse(HostileMails.of("HTML: line breaks", 10_000)))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
