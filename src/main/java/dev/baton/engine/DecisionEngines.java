package dev.baton.engine;

import org.camunda.bpm.dmn.engine.DmnEngine;

/** Makes engines that decide by tables aside from flows. */
public interface DecisionEngines {

  /** With the limits that tables have in flows; it writes no history. */
  DmnEngine limited();
}
