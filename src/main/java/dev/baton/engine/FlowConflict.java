package dev.baton.engine;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusedException;

/** Someone else moved the same flow at the same moment. Nothing was changed; try again. */
public class FlowConflict extends RefusedException {
  private static final long serialVersionUID = 1L;

  public FlowConflict(LocalizableText reason, Throwable cause) {
    super(reason, cause);
  }
}
