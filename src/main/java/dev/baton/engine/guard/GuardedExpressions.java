package dev.baton.engine.guard;

import java.util.Map;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * What an expression reaches, wherever it stands: in a model, or in a filter of Tasklist. That is
 * the variables, the beans for models, and the harmless members of both. The engine's own resolvers
 * would reach every bean of the application, every method of every object, and so the machine.
 */
public class GuardedExpressions extends JuelExpressionManager {

  public GuardedExpressions(Map<Object, Object> beans) {
    super(beans);
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver reach = new CompositeELResolver();
    reach.add(new VariableScopeElResolver());
    reach.add(new VariableContextElResolver());
    reach.add(new ReadOnlyMapELResolver(beans));
    reach.add(new AllowedMembers());
    reach.add(new ListELResolver(true));
    reach.add(new MapELResolver(true));
    return reach;
  }
}
