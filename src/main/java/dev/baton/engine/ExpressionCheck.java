package dev.baton.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads expressions before they run: what they ask things for, and which functions they call. What
 * passes here is still refused when it runs if {@link HarmlessMembers} does not know it.
 */
final class ExpressionCheck {

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{(.*?)}", Pattern.DOTALL);
  private static final Pattern TEXT =
      Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern MEMBER = Pattern.compile("\\.\\s*([\\p{L}_$][\\p{L}\\p{N}_$]*)");
  private static final Pattern CALL =
      Pattern.compile("(?<![\\p{L}\\p{N}_$.])([\\p{L}_$][\\p{L}\\p{N}_$:]*)\\s*\\(");
  private static final Pattern BEAN =
      Pattern.compile("\\s*[$#]\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}\\s*");
  private static final Set<String> FUNCTIONS =
      Set.of("currentUser", "currentUserGroups", "now", "dateTime", "empty", "not", "and", "or");

  private ExpressionCheck() {}

  /** The name of the bean that the text is, such as {@code ${route}}; null if it is none. */
  static String bean(String text) {
    Matcher bean = BEAN.matcher(text);
    return bean.matches() ? bean.group(1) : null;
  }

  /** What is not allowed in the expressions of a text. */
  static List<String> flaws(String text) {
    List<String> flaws = new ArrayList<>();
    String plain = TEXT.matcher(text).replaceAll("''");
    Matcher expression = EXPRESSION.matcher(plain);
    while (expression.find()) {
      flaws.addAll(flawsOf(expression.group(1)));
    }
    return flaws;
  }

  private static List<String> flawsOf(String expression) {
    List<String> flaws = new ArrayList<>();
    Matcher member = MEMBER.matcher(expression);
    while (member.find()) {
      if (!HarmlessMembers.isKnown(member.group(1))) {
        flaws.add("an expression may not ask for '" + member.group(1) + "'");
      }
    }
    Matcher call = CALL.matcher(expression);
    while (call.find()) {
      if (!FUNCTIONS.contains(call.group(1))) {
        flaws.add("an expression may not call '" + call.group(1) + "'");
      }
    }
    if (expression.contains("[")) {
      flaws.add("an expression may not reach into things with [ ]");
    }
    return flaws;
  }
}
