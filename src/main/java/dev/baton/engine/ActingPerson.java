package dev.baton.engine;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Knows the acting person, and runs work in another person's name. */
public interface ActingPerson {

  /** The person signed in to this request, or {@link Actor#FLOW} in a job. */
  Actor current();

  /**
   * Returns the groups of the person signed in to this request, however they signed in; empty in a
   * job, and while Baton itself acts in a person's name.
   */
  Optional<Set<String>> groups();

  /** Runs the work in the name of the actor, which both the journal and the engine record. */
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
