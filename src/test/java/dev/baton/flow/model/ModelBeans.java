package dev.baton.flow.model;

import java.io.File;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The names of the beans that the flows call: every {@code camunda:delegateExpression} of every
 * step and listener. A test of the application holds them to the beans that exist.
 */
public final class ModelBeans {

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*)}");

  private ModelBeans() {}

  /**
   * Reads all flows of a folder.
   *
   * @throws IllegalArgumentException if a delegate expression is anything but {@code ${bean}}
   */
  public static SortedSet<String> namesIn(Path processesFolder) {
    SortedSet<String> names = new TreeSet<>();
    for (Path flow : ModelFiles.in(processesFolder, ".bpmn")) {
      NodeList elements = read(flow.toFile()).getElementsByTagName("*");
      for (int i = 0; i < elements.getLength(); i++) {
        Element element = (Element) elements.item(i);
        if (element.hasAttributeNS(CAMUNDA, "delegateExpression")) {
          names.add(name(flow, element.getAttributeNS(CAMUNDA, "delegateExpression")));
        } else if (element.hasAttribute("delegateExpression")) {
          names.add(name(flow, element.getAttribute("delegateExpression")));
        }
      }
    }
    return names;
  }

  private static String name(Path flow, String expression) {
    Matcher bean = BEAN.matcher(expression);
    if (!bean.matches()) {
      throw new IllegalArgumentException(flow + ": " + expression + " is not of the form ${bean}");
    }
    return bean.group(1);
  }

  private static Document read(File file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(file);
    } catch (Exception e) {
      throw new IllegalArgumentException("Cannot read " + file, e);
    }
  }
}
