package dev.baton.engine.guard;

import dev.baton.engine.DecisionEngines;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.springframework.stereotype.Component;

/** Engines with the FEEL of flows. */
@Component
class GuardedDecisionEngines implements DecisionEngines {

  @Override
  public DmnEngine limited() {
    return new DefaultDmnEngineConfiguration()
        .feelEngineFactory(FastFeelEngine.factory())
        .buildEngine();
  }
}
