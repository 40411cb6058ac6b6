package dev.baton.desk.internal.incident;

import dev.baton.engine.NotOffered;

/** Something that cannot be done with any incident. */
class UnknownAct extends NotOffered {
  private static final long serialVersionUID = 1L;

  UnknownAct(String name) {
    super("There is no act " + name + ".");
  }
}
