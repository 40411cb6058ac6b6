package dev.baton.engine;

import java.util.Set;

/**
 * Names of form fields that a module takes over in the transaction in which they are sent; the
 * engine writes no history of them. Offered as a bean by the module that owns the flow.
 */
public record TransientFormFields(Set<String> names) {

  public TransientFormFields {
    names = Set.copyOf(names);
  }
}
