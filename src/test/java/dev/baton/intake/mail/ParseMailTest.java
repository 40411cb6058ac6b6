package dev.baton.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.baton.fuzz.HostileMails;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ParseMailTest {

  @Test
  void aMailThatTakesLongerThanTheDeadlineIsStoppedAndItsTurnGivenBack() {
    ParseMail parsing = new ParseMail(Duration.ofMillis(1));
    int free = parsing.freeTurns();
    byte[] large = HostileMails.of("HTML: bold and paragraphs", 2_000_000);

    assertThatExceptionOfType(ParseMail.TooLate.class).isThrownBy(() -> parsing.parse(large));

    await().untilAsserted(() -> assertThat(parsing.freeTurns()).isEqualTo(free));
  }

  @Test
  void othersAreParsedAfterwards() {
    ParseMail parsing = new ParseMail(Duration.ofSeconds(10));
    byte[] raw = "From: a@b.example\r\n\r\nHello".getBytes(StandardCharsets.US_ASCII);

    assertThat(parsing.parse(raw).text()).isEqualTo("Hello");
  }
}
