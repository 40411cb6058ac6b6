package dev.baton.engine.release;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import camundajar.impl.scala.util.Either;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.UnaryTestExpression;

/** A cell of a decision table: what FEEL reads in it, found without a decision around it. */
public final class FeelCell {

  /** Whether a cell accepts a value. */
  public enum Match {
    YES,
    NO,
    /** It depends on more than the value, or FEEL cannot say. */
    DEPENDS
  }

  private static final String INPUT = "cellInput";
  private static final Pattern WORDS = Pattern.compile("\"[^\"\\\\]*\"(\\s*,\\s*\"[^\"\\\\]*\")*");
  private static final FeelEngine READER = new FeelEngine.Builder().build();
  private static final ScalaFeelEngine INTERPRETER = new ScalaFeelEngine(List.of());

  /** What names variables of its own, or may take long. */
  private static final Set<Class<?>> INVOLVED =
      Set.of(
          For.class,
          SomeItem.class,
          EveryItem.class,
          Filter.class,
          FunctionDefinition.class,
          ConstContext.class);

  private static final Set<Class<?>> CALLS =
      Set.of(
          FunctionInvocation.class,
          QualifiedFunctionInvocation.class,
          JavaFunctionInvocation.class);

  /** A text directly within these is what the cell compares with or gives. */
  private static final Set<Class<?>> ALTERNATIVES =
      Set.of(
          UnaryTestExpression.class,
          InputEqualTo.class,
          AtLeastOne.class,
          Disjunction.class,
          Not.class);

  private final String text;
  private final boolean isReadable;
  private final Set<String> words = new LinkedHashSet<>();
  private final Set<BigDecimal> numbers = new LinkedHashSet<>();
  private final Set<String> variables = new LinkedHashSet<>();
  private boolean hasTruth;
  private boolean isInvolved;
  private boolean hasCall;

  private FeelCell(String text, boolean isTest) {
    this.text = text;
    this.isReadable = text.isEmpty() || read(isTest);
  }

  private FeelCell(String text) {
    this.text = text;
    this.isReadable = true;
    this.isInvolved = true;
  }

  /** The condition in an input's column, such as {@code "P1","P2"} or {@code >= 3}. */
  public static FeelCell condition(String text) {
    return new FeelCell(text.strip(), true);
  }

  /** The value in an output's column, or the expression of an input. */
  public static FeelCell value(String text) {
    return new FeelCell(text.strip(), false);
  }

  /** A cell in another language than FEEL, about which nothing is known. */
  public static FeelCell inAnotherLanguage(String text) {
    return new FeelCell(text.strip());
  }

  private boolean read(boolean isTest) {
    try {
      Either<FeelEngine.Failure, ParsedExpression> parsed =
          isTest ? READER.parseUnaryTests(text) : READER.parseExpression(text);
      if (parsed.isLeft()) {
        return false;
      }
      Object root = parsed.toOption().get().expression();
      collect(root);
      collectWords(root);
      if (isInvolved) {
        variables.clear();
      }
      return true;
    } catch (StackOverflowError tooDeep) {
      return false;
    }
  }

  private void collect(Object node) {
    isInvolved |= INVOLVED.contains(node.getClass());
    hasCall |= CALLS.contains(node.getClass());
    if (node instanceof Ref name) {
      variables.add(name.names().head());
    } else if (node instanceof ConstNumber number) {
      numbers.add(number.value().bigDecimal());
    } else if (node instanceof ConstBool) {
      hasTruth = true;
    }
    parts(node).forEach(this::collect);
  }

  private void collectWords(Object node) {
    if (node instanceof ConstString word) {
      words.add(word.value());
    } else if (node instanceof If choice) {
      collectWords(choice.statement());
      collectWords(choice.elseStatement());
    } else if (ALTERNATIVES.contains(node.getClass()) || node instanceof Iterable<?>) {
      parts(node).forEach(this::collectWords);
    }
  }

  private static List<Object> parts(Object node) {
    List<Object> parts = new ArrayList<>();
    Iterator<?> each = null;
    if (node instanceof Iterable<?> many) {
      each = many.iterator();
    } else if (node instanceof Product product) {
      each = product.productIterator();
    }
    while (each != null && each.hasNext()) {
      parts.add(each.next());
    }
    return parts;
  }

  /** As it stands in the table. */
  public String text() {
    return text;
  }

  /** Whether FEEL can read it at all. */
  public boolean isReadable() {
    return isReadable;
  }

  /** Whether the cell says nothing: as a condition it accepts everything. */
  public boolean isEmpty() {
    return text.isEmpty() || text.equals("-");
  }

  /** The texts that it compares with, or that it gives. */
  public Set<String> words() {
    return words;
  }

  /** The numbers in it. */
  public Set<BigDecimal> numbers() {
    return numbers;
  }

  /** Whether true or false stands in it. */
  public boolean hasTruth() {
    return hasTruth;
  }

  /** The variables that it reads. */
  public Set<String> variables() {
    return variables;
  }

  /**
   * Whether the condition accepts the value, by the engine's own interpreter.
   *
   * @param variable what the column reads; may be null
   */
  public Match matches(String variable, Object value) {
    if (isEmpty()) {
      return Match.YES;
    }
    if (isReadable && WORDS.matcher(text).matches()) {
      return value instanceof String word && words.contains(word) ? Match.YES : Match.NO;
    }
    boolean isOfValue =
        variables.stream().allMatch(name -> name.equals(variable) || name.equals(INPUT));
    if (!isReadable || isInvolved || hasCall || !isOfValue) {
      return Match.DEPENDS;
    }
    var given = Variables.putValue(INPUT, value);
    if (variable != null) {
      given.putValue(variable, value);
    }
    try {
      return INTERPRETER.evaluateSimpleUnaryTests(text, INPUT, given.asVariableContext())
          ? Match.YES
          : Match.NO;
    } catch (FeelException cannotSay) {
      return Match.DEPENDS;
    }
  }
}
