package dev.baton.engine;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Knows who acts at this moment, and lets a piece of work be done in somebody's name. */
public interface ActingPerson {

  /** The person signed in to this request, or {@link Actor#FLOW} in a job. */
  Actor current();

  /**
   * The groups of whoever is signed in to this request, in any of its ways in; empty in a job, and
   * where Baton itself does something in somebody's name.
   */
  Optional<Set<String>> groups();

  /** Runs the work in the name of the actor; journal and engine both record that name. */
  <T> T as(Actor actor, Supplier<T> work);

  default void as(Actor actor, Runnable work) {
    as(
        actor,
        () -> {
          work.run();
          return null;
        });
  }
}
