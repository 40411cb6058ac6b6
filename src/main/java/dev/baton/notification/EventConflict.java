package dev.baton.notification;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.Refusal;
import dev.baton.web.text.RefusalTexts;

/** An event cannot be changed or removed; says why and what to do. */
public class EventConflict extends RuntimeException implements Refusal {

  private static final long serialVersionUID = 1L;

  private final transient LocalizableText reason;

  public EventConflict(LocalizableText reason) {
    super(RefusalTexts.english(reason));
    this.reason = reason;
  }

  @Override
  public LocalizableText reason() {
    return reason;
  }
}
