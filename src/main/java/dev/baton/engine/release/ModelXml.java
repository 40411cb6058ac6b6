package dev.baton.engine.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads files of a release as plain documents, before anything trusts them. */
public final class ModelXml {

  private static final int LONGEST_LABEL = 200;

  /** What the id of a form begins with in {@link #definitions}. */
  public static final String FORM = "form ";

  private static final List<String> MODELS = List.of(".bpmn", ".bpmn20.xml", ".dmn", ".dmn11.xml");
  private static final String FORM_FILE = ".form";
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final ObjectMapper JSON = new ObjectMapper();

  private ModelXml() {}

  /** Whether a file of this name is a flow or a table. */
  public static boolean isModel(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return MODELS.stream().anyMatch(lower::endsWith);
  }

  /** Whether a file of this name is a form. */
  public static boolean isForm(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(FORM_FILE);
  }

  /** What the file defines, such as {@code process incident-lifecycle}; empty if unreadable. */
  public static Set<String> definitions(String name, byte[] content) {
    try {
      if (isForm(name)) {
        return Set.of(FORM + JSON.readTree(content).path("id").asText());
      }
      return isModel(name) ? definitions(read(content)) : Set.of();
    } catch (IOException | IllegalArgumentException unreadable) {
      return Set.of(); // refused by its own check
    }
  }

  private static Set<String> definitions(Document model) {
    Set<String> ids = new TreeSet<>();
    for (Element element : children(model.getDocumentElement())) {
      if (Set.of("process", "decision").contains(element.getLocalName())) {
        ids.add(element.getLocalName() + " " + element.getAttribute("id"));
      }
    }
    return ids;
  }

  /** The elements directly inside this one. */
  public static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /**
   * What the elements of a model are called, by id.
   *
   * @throws IllegalArgumentException if it is not XML
   */
  public static Map<String, String> labels(byte[] model) {
    NodeList elements = read(model).getElementsByTagNameNS("*", "*");
    Map<String, String> labels = new HashMap<>();
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      if (element.hasAttribute("id") && element.hasAttribute("name")) {
        labels.put(
            element.getAttribute("id"),
            ModelText.label(element.getAttribute("name"), LONGEST_LABEL));
      }
    }
    return labels;
  }

  /**
   * Reads nothing but the file itself.
   *
   * @throws IllegalArgumentException if it is not XML
   */
  public static Document read(byte[] model) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setFeature(NO_DOCTYPE, true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // throws; without one it writes to stderr
      return builder.parse(new ByteArrayInputStream(model));
    } catch (SAXException | IOException | ParserConfigurationException unreadable) {
      throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
    }
  }
}
