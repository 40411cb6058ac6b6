package dev.baton.intake.monitoring;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.regex.MatchResult;

/**
 * The expression of a matcher, in the syntax of RE2: matching costs in proportion to the value,
 * whatever the expression. RE2 does not support back references or lookaround; such expressions are
 * refused.
 */
final class LabelExpression {

  private static final int LONGEST = 500;
  private static final int LONGEST_VALUE = 10_000;

  /** RE2 expands repetitions, so nested repetitions multiply. */
  private static final int MOST_REPEATED = 1_000;

  private static final java.util.regex.Pattern REPETITION =
      java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

  private final Pattern pattern;

  private LabelExpression(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * @throws InvalidInput if it is not an expression that RE2 accepts
   */
  static LabelExpression of(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new InvalidInput("matchers", LocalizableText.of("refused.silence.value"));
    }
    if (repeated(text) > MOST_REPEATED) {
      throw new InvalidInput("matchers", LocalizableText.of("refused.silence.repeats", text));
    }
    try {
      return new LabelExpression(Pattern.compile(text));
    } catch (PatternSyntaxException broken) {
      throw new InvalidInput(
          "matchers",
          LocalizableText.of("refused.silence.expression", text, broken.getDescription()));
    }
  }

  private static double repeated(String text) {
    return REPETITION
        .matcher(text)
        .results()
        .mapToDouble(LabelExpression::most)
        .reduce(1, (one, other) -> one * other);
  }

  private static double most(MatchResult repetition) {
    String most = repetition.group(2);
    String said = most == null || most.isEmpty() ? repetition.group(1) : most;
    return Math.max(1, Integer.parseInt(said));
  }

  /** Whether it matches the whole value; one longer than any label matches nothing. */
  boolean matches(String value) {
    return value.length() <= LONGEST_VALUE && pattern.matcher(value).matches();
  }
}
