package dev.baton.desk.web.incident;

import dev.baton.engine.NotOffered;
import dev.baton.web.text.LocalizableText;

/** An action that does not exist. */
class UnknownAction extends NotOffered {
  private static final long serialVersionUID = 1L;

  UnknownAction(String name) {
    super(LocalizableText.of("refused.action", name));
  }
}
