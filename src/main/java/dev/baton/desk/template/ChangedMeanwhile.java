package dev.baton.desk.template;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusedException;

/** Somebody has changed or deleted a template or macro since it was read: nothing was stored. */
public class ChangedMeanwhile extends RefusedException {
  private static final long serialVersionUID = 1L;

  /**
   * @param kind macro or template
   */
  public ChangedMeanwhile(String kind, long id) {
    super(LocalizableText.of("refused.writing.changed." + kind, id));
  }
}
