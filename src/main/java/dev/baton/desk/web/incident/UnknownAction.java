package dev.baton.desk.web.incident;

import dev.baton.engine.NotOffered;

/** Something that cannot be done with any incident. */
class UnknownAction extends NotOffered {
  private static final long serialVersionUID = 1L;

  UnknownAction(String name) {
    super("There is no action " + name + ".");
  }
}
