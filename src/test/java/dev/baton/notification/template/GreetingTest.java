package dev.baton.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether somebody has greeted already. */
class GreetingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear Ada,\n\nIt works.",
        "Hello,",
        "hi Ada",
        "\n  HELLO Ada!\nHere it is.",
        "Good morning Ada,",
        "Guten Tag Frau Lovelace,",
        "Hallo zusammen",
        "Sehr geehrte Frau Lovelace,",
        "Liebe Ada,",
        "Grüß Gott,",
        "Moin!"
      })
  void aGreetingIsRecognised(String text) {
    assertThat(Greeting.begins(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n ",
        "Which printer is it?\nHello from the desk",
        "Hi-res pictures are fine.",
        "History shows three attempts.",
        "Morgen wird der Drucker geliefert.",
        "Hellofresh is down."
      })
  void whatOnlyLooksLikeOneIsNone(String text) {
    assertThat(Greeting.begins(text)).isFalse();
  }
}
