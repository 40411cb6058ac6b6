package dev.baton.desk.web.incident;

import dev.baton.engine.NotOffered;

/** An action that does not exist. */
class UnknownAction extends NotOffered {
  private static final long serialVersionUID = 1L;

  UnknownAction(String name) {
    super("There is no action " + name + ".");
  }
}
