package dev.baton.engine.guard;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Limits the number of instances of a multi-instance step, since the engine creates all of them at
 * once.
 */
public class LoopLimit extends AbstractBpmnParseListener {

  static final int MOST = 1_000;

  @Override
  public void parseMultiInstanceLoopCharacteristics(
      Element step, Element loop, ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof MultiInstanceActivityBehavior many
        && many.getLoopCardinalityExpression() != null) {
      many.setLoopCardinalityExpression(
          new Bounded(many.getLoopCardinalityExpression(), activity.getId()));
    }
  }

  private record Bounded(Expression cardinality, String step) implements Expression {

    @Override
    public Object getValue(VariableScope scope) {
      Object value = cardinality.getValue(scope);
      if (value instanceof Number || value instanceof String) {
        double many = Double.parseDouble(value.toString());
        if (many > MOST) {
          throw new ProcessEngineException(
              "The step '%s' is to be done %s times; at most %,d are possible."
                  .formatted(step, value, MOST));
        }
      }
      return value;
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
      cardinality.setValue(value, scope);
    }

    @Override
    public String getExpressionText() {
      return cardinality.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
      return cardinality.isLiteralText();
    }
  }
}
