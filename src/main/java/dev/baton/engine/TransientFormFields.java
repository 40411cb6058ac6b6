package dev.baton.engine;

import java.util.Set;

/**
 * Names of form fields that a module takes over in the transaction that submits them, and of which
 * the engine writes no history. The module that owns the flow offers this as a bean.
 */
public record TransientFormFields(Set<String> names) {

  public TransientFormFields {
    names = Set.copyOf(names);
  }
}
