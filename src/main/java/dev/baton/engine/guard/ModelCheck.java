package dev.baton.engine.guard;

import dev.baton.engine.release.ModelXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.Problem;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Looks for what a model or a table must not bring along: scripts, classes, connectors, mail and
 * shell tasks, beans that are not offered, and expressions that reach for more than variables.
 */
class ModelCheck {

  private static final Set<String> SCRIPTS = Set.of("scriptTask", "script");
  private static final Set<String> CLASSES =
      Set.of("class", "variableMappingClass", "scriptFormat", "resource", "formHandlerClass");
  private static final Set<String> BEANS =
      Set.of("delegateExpression", "variableMappingDelegateExpression");
  private static final Set<String> TYPES = Set.of("external");
  private static final Set<String> FORMS =
      Set.of("camunda-forms:", "embedded:deployment:", "embedded:app:");
  private static final Pattern EXTERNAL = Pattern.compile("\\)\\s*external\\b");
  private static final int MOST_ELEMENTS = 20_000;
  private static final int DEEPEST = 100;

  private final Predicate<String> isOffered;

  ModelCheck(Predicate<String> isOffered) {
    this.isOffered = isOffered;
  }

  List<Problem> flawsOf(byte[] model) {
    List<Problem> complaints = new ArrayList<>();
    NodeList elements = ModelXml.read(model).getElementsByTagNameNS("*", "*");
    if (elements.getLength() > MOST_ELEMENTS) {
      return List.of(
          new ModelProblem("", "a model has at most %d elements".formatted(MOST_ELEMENTS)));
    }
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      if (isTooDeep(element)) {
        return List.of(
            new ModelProblem("", "elements stand in each other %d deep".formatted(DEEPEST)));
      }
      flawsOf(element).forEach(flaw -> complaints.add(new ModelProblem(place(element), flaw)));
    }
    return complaints;
  }

  private List<String> flawsOf(Element element) {
    List<String> flaws = new ArrayList<>();
    String name = element.getLocalName();
    if (SCRIPTS.contains(name)) {
      flaws.add("scripts are not allowed");
    } else if (name.equals("connector")) {
      flaws.add("connectors are not allowed");
    } else if (name.equals("import")) {
      flaws.add("nothing may be imported");
    } else if (name.equals("constraint") && "validator".equals(element.getAttribute("name"))) {
      flaws.add("validators written in Java are not allowed");
    }
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      flaws.addAll(flawsOf(element, (Attr) attributes.item(i)));
    }
    if (!name.equals("documentation")) {
      flaws.addAll(flawsOfText(element));
    }
    return flaws;
  }

  private List<String> flawsOf(Element element, Attr attribute) {
    String name = attribute.getLocalName();
    String value = attribute.getValue().strip();
    boolean isExtension = attribute.getNamespaceURI() != null || isExtension(element);
    if (BEANS.contains(name)) {
      String bean = ExpressionCheck.bean(value);
      return bean != null && isOffered.test(bean)
          ? List.of()
          : List.of("'%s' is not a building block of this desk".formatted(value));
    }
    if (isExtension && CLASSES.contains(name)) {
      return List.of("'%s' is not allowed, use a building block".formatted(name));
    }
    if (isExtension && name.equals("type") && isTask(element) && !TYPES.contains(value)) {
      return List.of("tasks of the type '%s' are not allowed".formatted(value));
    }
    if (name.endsWith("chemaLocation") && namesAnotherPlace(name, value)) {
      return List.of("a schema of another place is not read");
    }
    if (name.equals("formKey") && FORMS.stream().noneMatch(value::startsWith)) {
      return List.of("a form must be a Camunda form, with formRef");
    }
    if (name.equals("expressionLanguage")
        && isOfTable(element)
        && !value.isEmpty()
        && !value.toLowerCase(Locale.ROOT).contains("feel")) {
      return List.of("the language '%s' is not allowed, use FEEL".formatted(value));
    }
    if (name.toLowerCase(Locale.ROOT).endsWith("language") && !isOurLanguage(name, value)) {
      return List.of("the language '%s' is not allowed".formatted(value));
    }
    return ExpressionCheck.flaws(value);
  }

  /** The engine's reader would fetch it. A list holds namespaces and places in turn. */
  private static boolean namesAnotherPlace(String name, String value) {
    String[] words = value.split("\\s+");
    boolean isList = name.equals("schemaLocation");
    for (int i = isList ? 1 : 0; i < words.length; i += isList ? 2 : 1) {
      if (words[i].contains(":") || words[i].contains("/")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfTable(Element element) {
    String space = element.getNamespaceURI();
    return space != null && space.toUpperCase(Locale.ROOT).contains("/DMN/");
  }

  private static boolean isExtension(Element element) {
    String space = element.getNamespaceURI();
    return space != null && space.contains("camunda.org");
  }

  private static boolean isTask(Element element) {
    return element.getLocalName().endsWith("Task")
        || element.getLocalName().endsWith("EventDefinition");
  }

  /** A model names the language of its diagram's texts, too: any. */
  private static boolean isOurLanguage(String name, String value) {
    String language = value.toLowerCase(Locale.ROOT);
    return language.equals("feel")
        || language.endsWith("/feel/")
        || language.equals("juel")
        || (name.equals("expressionLanguage") && language.endsWith("/xpath"))
        || (name.equals("typeLanguage") && language.startsWith("http"));
  }

  /** All texts of the element together, as the engine reads them, whatever stands between. */
  private static List<String> flawsOfText(Element element) {
    StringBuilder text = new StringBuilder();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(child.getNodeValue());
      }
    }
    List<String> flaws = new ArrayList<>(ExpressionCheck.flaws(text.toString()));
    if (isOfTable(element) && element.getLocalName().equals("text")) {
      boolean areTests =
          List.of("inputEntry", "allowedValues", "inputValues").contains(parent(element));
      flaws.addAll(
          areTests ? FeelCheck.flawsOfTests(text.toString()) : FeelCheck.flaws(text.toString()));
    } else if (element.getAttribute("language").toLowerCase(Locale.ROOT).contains("feel")) {
      flaws.addAll(FeelCheck.flaws(text.toString()));
    }
    if (EXTERNAL.matcher(text).find()) {
      flaws.add("functions written in Java are not allowed");
    }
    return flaws;
  }

  private static String parent(Element element) {
    return element.getParentNode() instanceof Element around ? around.getLocalName() : "";
  }

  private static boolean isTooDeep(Element element) {
    Node around = element;
    for (int depth = 0; around != null; depth++) {
      if (depth > DEEPEST) {
        return true;
      }
      around = around.getParentNode();
    }
    return false;
  }

  /** The nearest element around it that has an id. */
  private static String place(Element element) {
    for (Node node = element; node instanceof Element around; node = node.getParentNode()) {
      if (around.hasAttribute("id")) {
        return around.getAttribute("id");
      }
    }
    return "";
  }
}
