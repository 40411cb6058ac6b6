package dev.baton.admin.web.setup;

import dev.baton.web.text.LocalizableText;

/**
 * What came of something that was tried in the guide.
 *
 * @param step the name of the step
 */
public record SetUpResult(String step, boolean isGood, LocalizableText text) {

  static SetUpResult succeeded(String step, LocalizableText text) {
    return new SetUpResult(step, true, text);
  }

  static SetUpResult failed(String step, LocalizableText text) {
    return new SetUpResult(step, false, text);
  }
}
