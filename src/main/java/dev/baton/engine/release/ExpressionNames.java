package dev.baton.engine.release;

import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** Finds the names that an expression reads, with the reader that the engine uses. */
public final class ExpressionNames {

  private static final Builder READER = new Builder(Builder.Feature.METHOD_INVOCATIONS);

  private ExpressionNames() {}

  /** The variables and beans in the expressions of a text; none if it cannot be read. */
  public static Set<String> in(String text) {
    Set<String> names = new LinkedHashSet<>();
    if (text.contains("${") || text.contains("#{")) {
      try {
        collect(READER.build(text).getRoot(), names);
      } catch (TreeBuilderException | StackOverflowError unreadable) {
        return Set.of(); // refused by its own check
      }
    }
    return names;
  }

  private static void collect(Node node, Set<String> names) {
    if (node instanceof AstIdentifier identifier) {
      names.add(identifier.getName());
    }
    for (int i = 0; i < node.getCardinality(); i++) {
      collect(node.getChild(i), names);
    }
  }
}
