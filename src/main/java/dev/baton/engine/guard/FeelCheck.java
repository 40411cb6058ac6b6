package dev.baton.engine.guard;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import camundajar.impl.scala.util.Either;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstRange;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;

/**
 * Refuses FEEL that might never end or fill the memory, since nothing can stop it once it runs.
 * What is left takes a time that grows with the text and the variables: one iteration over a list
 * that is at hand, no iteration within another, no functions or contexts of its own, no regular
 * expressions.
 */
final class FeelCheck {

  private static final int LONGEST = 4_000;
  private static final int DEEPEST = 20;
  private static final int MOST_DECIMALS = 100;
  private static final int MOST_KNOWN = 10_000;
  private static final Set<String> PATTERNS = Set.of("matches", "replace", "split");
  private static final Set<String> ROUNDING =
      Set.of(
          "decimal",
          "floor",
          "ceiling",
          "round up",
          "round down",
          "round half up",
          "round half down");

  private static final FeelEngine READER = new FeelEngine.Builder().build();
  private static final LoadingCache<Text, List<String>> KNOWN =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).build(FeelCheck::read);

  private FeelCheck() {}

  /** What is read one way or the other. */
  private record Text(String text, boolean areTests) {}

  /** What is not allowed in an expression; nothing where the engine itself cannot read it. */
  static List<String> flaws(String expression) {
    return known(new Text(expression, false));
  }

  /** The same for the tests of an input, such as {@code < 5, 7}. */
  static List<String> flawsOfTests(String tests) {
    return known(new Text(tests, true));
  }

  private static List<String> known(Text text) {
    return text.text().length() > LONGEST
        ? List.of("FEEL may have %,d characters".formatted(LONGEST))
        : KNOWN.get(text);
  }

  private static List<String> read(Text given) {
    String text = given.text();
    if (isTooDeep(text)) {
      return List.of("FEEL may have brackets in brackets %d deep".formatted(DEEPEST));
    }
    try {
      Either<FeelEngine.Failure, ParsedExpression> parsed =
          given.areTests() ? READER.parseUnaryTests(text) : READER.parseExpression(text);
      List<String> flaws = new ArrayList<>();
      if (parsed.isRight()) {
        collect(parsed.toOption().get().expression(), false, flaws);
      }
      return flaws.stream().distinct().toList();
    } catch (StackOverflowError tooDeep) {
      return List.of("FEEL is nested too deep");
    }
  }

  /** Thousands of brackets would overflow its reader; those in texts count, too. */
  private static boolean isTooDeep(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[' || c == '{') {
        deepest = Math.max(deepest, ++depth);
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      }
    }
    return deepest > DEEPEST;
  }

  private static void collect(Object node, boolean isRepeated, List<String> flaws) {
    if (node instanceof For loop) {
      iteration(loop.iterators(), loop.exp(), isRepeated, flaws);
    } else if (node instanceof SomeItem some) {
      iteration(some.iterators(), some.condition(), isRepeated, flaws);
    } else if (node instanceof EveryItem every) {
      iteration(every.iterators(), every.condition(), isRepeated, flaws);
    } else if (node instanceof Filter filter && !(filter.filter() instanceof ConstNumber)) {
      refuse(isRepeated, "an iteration within an iteration", flaws);
      refuse(filter.list() instanceof ConstRange, "an iteration over a range", flaws);
      collect(filter.list(), isRepeated, flaws);
      collect(filter.filter(), true, flaws);
    } else {
      single(node, flaws);
      children(node, isRepeated, flaws);
    }
  }

  private static void iteration(
      camundajar.impl.scala.collection.immutable.List<?> iterators,
      Object body,
      boolean isRepeated,
      List<String> flaws) {
    refuse(isRepeated || iterators.size() > 1, "an iteration within an iteration", flaws);
    Iterator<?> each = iterators.iterator();
    while (each.hasNext()) {
      Object list = ((Product) each.next()).productElement(1);
      boolean isAtHand =
          list instanceof Ref || list instanceof PathExpression || list instanceof ConstList;
      refuse(!isAtHand, "an iteration over anything but a variable or a list of values", flaws);
      collect(list, isRepeated, flaws);
    }
    collect(body, true, flaws);
  }

  private static void single(Object node, List<String> flaws) {
    refuse(node instanceof IterationContext, "an iteration over a range", flaws);
    refuse(
        node instanceof FunctionDefinition || node instanceof JavaFunctionInvocation,
        "a function of its own",
        flaws);
    refuse(node instanceof ConstContext, "a context { }", flaws);
    if (node instanceof FunctionInvocation call) {
      refuse(PATTERNS.contains(call.function()), "'%s'".formatted(call.function()), flaws);
      refuse(
          ROUNDING.contains(call.function()) && !isRoundedModestly(call.params()),
          "'%s' to more than %d decimals".formatted(call.function(), MOST_DECIMALS),
          flaws);
    }
  }

  /** The second parameter, if there is one, is a small number as it stands. */
  private static boolean isRoundedModestly(Object parameters) {
    Object given = ((Product) parameters).productElement(0);
    if (!(given instanceof camundajar.impl.scala.collection.immutable.List<?> list)) {
      return false; // by name
    }
    return list.size() < 2
        || list.apply(1) instanceof ConstNumber number
            && Math.abs(number.value().toDouble()) <= MOST_DECIMALS;
  }

  private static void children(Object node, boolean isRepeated, List<String> flaws) {
    Iterator<?> parts = null;
    if (node instanceof Iterable<?> many) {
      parts = many.iterator();
    } else if (node instanceof Product product) {
      parts = product.productIterator();
    }
    while (parts != null && parts.hasNext()) {
      collect(parts.next(), isRepeated, flaws);
    }
  }

  private static void refuse(boolean isSo, String what, List<String> flaws) {
    if (isSo) {
      flaws.add("FEEL may not have " + what);
    }
  }
}
