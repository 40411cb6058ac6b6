package dev.baton.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyPhrasesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Thank you so much!|4|false|THANKS",
        "Perfect. It works again.|4|false|THANKS",
        "Vielen Dank noch einmal|2|false|THANKS",
        "läuft wieder, danke|3|false|THANKS",
        "It doesn't work|3|false|PROBLEM",
        "It doesn’t work|3|false|PROBLEM",
        "Thanks, but it is slow|5|false|PROBLEM",
        "Geht leider noch immer nicht|5|false|PROBLEM",
        "Danke. Was war es denn?|5|true|THANKS",
        "👍|0|false|EMPTY",
        "Rita|1|false|OTHER",
      })
  void itSaysWhatTheWordsLookLike(String reply, int words, boolean question, String phrases) {
    assertThat(ReplyPhrases.of(reply, false)).isEqualTo(new ReplyPhrases(words, question, phrases));
  }

  @ParameterizedTest
  @CsvSource({"Thanks!", "👍"})
  void whoSendsAFileWithItSaysMore(String reply) {
    assertThat(ReplyPhrases.of(reply, true).phrases()).isEqualTo("OTHER");
  }
}
