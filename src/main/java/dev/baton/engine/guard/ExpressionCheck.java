package dev.baton.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * Reads expressions before they run: what they ask things for, and which functions they call. The
 * reader is the one that the engine runs them with, so that both mean the same by a quote, an
 * escape or a brace. What passes here is still refused when it runs if {@link AllowedMembers} does
 * not know it.
 */
final class ExpressionCheck {

  private static final Builder READER = new Builder(Builder.Feature.METHOD_INVOCATIONS);
  private static final int LONGEST = 10_000;
  private static final Pattern BEAN =
      Pattern.compile("\\s*[$#]\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}\\s*");
  private static final Set<String> FUNCTIONS =
      Set.of("currentUser", "currentUserGroups", "now", "dateTime");

  private ExpressionCheck() {}

  /** The name of the bean that the text is, such as {@code ${route}}; null if it is none. */
  static String bean(String text) {
    Matcher bean = BEAN.matcher(text);
    return bean.matches() ? bean.group(1) : null;
  }

  /** What is not allowed in the expressions of a text. */
  static List<String> flaws(String text) {
    if (!text.contains("${") && !text.contains("#{")) {
      return List.of();
    }
    if (text.length() > LONGEST) {
      return List.of("an expression may have " + LONGEST + " characters");
    }
    List<String> flaws = new ArrayList<>();
    try {
      collect(READER.build(text).getRoot(), flaws);
    } catch (TreeBuilderException | StackOverflowError unreadable) {
      flaws.add("'%s' is not a readable expression".formatted(shortened(text.strip())));
    }
    return flaws;
  }

  private static void collect(Node node, List<String> flaws) {
    if (node instanceof AstDot member) {
      String name = member.toString().replaceFirst("^\\.\\s*", "");
      if (!AllowedMembers.isKnown(name)) {
        flaws.add("an expression may not ask for '" + name + "'");
      }
    } else if (node instanceof AstBracket) {
      flaws.add("an expression may not reach into things with [ ]");
    } else if (node instanceof AstFunction call && !FUNCTIONS.contains(call.getName())) {
      flaws.add("an expression may not call '" + call.getName() + "'");
    }
    for (int i = 0; i < node.getCardinality(); i++) {
      if (node.getChild(i) != null) {
        collect(node.getChild(i), flaws);
      }
    }
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 79) + "…";
  }
}
