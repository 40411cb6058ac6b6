package dev.baton.web;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.Refusal;
import dev.baton.web.text.RefusalTexts;
import java.io.IOException;

/** The body of a request is longer than its kind of path allows; 413 was answered already. */
public class BodyTooLarge extends IOException implements Refusal {
  private static final long serialVersionUID = 1L;

  private final long limit;

  public BodyTooLarge(long limit) {
    super(RefusalTexts.english(reason(limit)));
    this.limit = limit;
  }

  private static LocalizableText reason(long limit) {
    return LocalizableText.of("refused.request.body", limit);
  }

  @Override
  public LocalizableText reason() {
    return reason(limit);
  }
}
