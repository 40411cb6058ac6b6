package dev.baton.flow.difference;

/** What of an element can differ. */
public enum ChangedProperty {
  // of flows
  LABEL,
  TYPE,
  DOCUMENTATION,
  DELEGATE,
  TEMPLATE,
  INPUT,
  OUTPUT,
  FORM,
  TABLE,
  CALLED_FLOW,
  VARIABLES,
  TIMER,
  CONDITION,
  MESSAGE,
  SIGNAL,
  ERROR,
  ESCALATION,
  EXTENSION,
  LISTENER,
  RETRY,
  REPETITION,
  ASSIGNEE,
  CANDIDATES,
  DUE_DATE,
  INTERRUPTING,
  ATTACHED_TO,
  SOURCE,
  TARGET,
  DEFAULT_FLOW,
  PARENT,
  TEXT,
  // of tables
  HIT_POLICY,
  EXPRESSION,
  VALUE_TYPE,
  ALLOWED_VALUES,
  OUTPUT_NAME,
  CELL,
  POSITION,
  // of forms
  KEY,
  REQUIRED,
  OPTIONS,
  VISIBILITY,
  DESCRIPTION,
  DEFAULT_VALUE,
  // of all
  VERSION_TAG,
  /** Anything else; the detail is its technical name. */
  OTHER,
  /** The file cannot be read; the value says why. */
  UNREADABLE
}
