package dev.baton.engine;

import java.util.function.Supplier;

/** Knows who acts at this moment, and lets a piece of work be done in somebody's name. */
public interface ActingPerson {

  /** The person signed in to this request, or {@link Actor#FLOW} in a job. */
  Actor current();

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
