package dev.baton.flow.migration;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusedException;

/** The migration does not offer this now; the message says what to do first. */
public class MigrationConflict extends RefusedException {

  private static final long serialVersionUID = 1L;

  MigrationConflict(LocalizableText reason) {
    super(reason);
  }
}
