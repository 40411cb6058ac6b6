package dev.baton.incident;

/** How an incident came to its end. */
public enum ResolutionCode {
  FIXED,
  WORKAROUND,
  NOT_REPRODUCIBLE,
  USER_GUIDANCE,
  NO_FAULT_FOUND,
  DUPLICATE,
  NO_ANSWER
}
