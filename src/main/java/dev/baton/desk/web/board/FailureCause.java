package dev.baton.desk.web.board;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Why a step fails, how it is recognised, and what to do, as board/causes.yaml has it.
 *
 * @param cause its name, in one word
 * @param patterns one that is found in the message or the trace is enough
 */
record FailureCause(String cause, List<String> patterns, Who who, Words en, Words de) {

  /** Who can fix it. */
  enum Who {
    PROCESS_OWNER,
    OPERATOR,
    ADMINISTRATOR,
    MANAGER,
    NOBODY
  }

  /** What it is, what it means, and what to do, in one language. */
  record Words(
      @JsonProperty(required = true) String title,
      @JsonProperty(required = true) String meaning,
      @JsonProperty(required = true) String todo) {}

  /** German for those who read it, English for all others. */
  Words in(Locale language) {
    return language.getLanguage().equals("de") ? de : en;
  }

  boolean explains(String text) {
    return patterns.stream().anyMatch(pattern -> Pattern.compile(pattern).matcher(text).find());
  }
}
