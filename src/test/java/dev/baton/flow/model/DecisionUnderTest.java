package dev.baton.flow.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;

/** One decision of the repository in the engine's own interpreter, without an engine around it. */
final class DecisionUnderTest {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  private final Path file;
  private final DmnDecision decision;

  DecisionUnderTest(Path file, String key) {
    this.file = file;
    try (InputStream model = Files.newInputStream(file)) {
      this.decision = ENGINE.parseDecision(key, model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The single answer, or null where no rule matches: what a business rule task would keep. */
  String evaluate(VariableMap variables) {
    DmnDecisionResult result = ENGINE.evaluateDecision(decision, variables);
    return result.isEmpty() ? null : result.getSingleResult().getSingleEntry();
  }

  /** All answers of the one rule that matches, by name; empty where none does. */
  Map<String, Object> answers(VariableMap variables) {
    DmnDecisionResult result = ENGINE.evaluateDecision(decision, variables);
    return result.isEmpty() ? Map.of() : result.getSingleResult().getEntryMap();
  }

  /** The answers of every rule that matches, in order. */
  List<Map<String, Object>> rows(VariableMap variables) {
    return ENGINE.evaluateDecision(decision, variables).getResultList();
  }

  long rules(String decisionId) {
    Decision table = Dmn.readModelFromFile(file.toFile()).getModelElementById(decisionId);
    return table.getExpression().getChildElementsByType(Rule.class).size();
  }
}
