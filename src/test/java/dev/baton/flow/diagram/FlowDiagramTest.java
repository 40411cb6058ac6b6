package dev.baton.flow.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.release.ModelXml;
import dev.baton.flow.model.ModelFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Every flow is drawn whole, in classes that our pages style. */
class FlowDiagramTest {

  private static final double LINE = 14;
  private static final Path STYLES = Path.of("src/main/resources/static/desk/flow-diagram.css");
  private static final DiagramWords WORDS =
      (type, event) -> event.isEmpty() ? type : event + " " + type;

  static List<Path> flows() {
    return Stream.concat(ModelFiles.flows().stream(), ModelFiles.fragments().stream()).toList();
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String draw(byte[] model, Map<String, DiagramMark> marks) {
    return FlowDiagram.of(model).svg("The flow", WORDS, marks);
  }

  private static Document drawn(Path file) {
    return ModelXml.read(draw(content(file), Map.of()).getBytes(StandardCharsets.UTF_8));
  }

  private static List<Element> all(Document document, String name) {
    NodeList nodes = document.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Map<String, Element> byId(Document svg) {
    Map<String, Element> elements = new HashMap<>();
    all(svg, "g").stream()
        .filter(element -> element.hasAttribute("data-element"))
        .forEach(element -> elements.put(element.getAttribute("data-element"), element));
    return elements;
  }

  @ParameterizedTest
  @MethodSource("flows")
  void everythingThatHasAPlaceIsDrawnOnceWithATitle(Path file) {
    Document model = ModelXml.read(content(file));
    List<String> placed =
        Stream.concat(all(model, "BPMNShape").stream(), all(model, "BPMNEdge").stream())
            .map(element -> element.getAttribute("bpmnElement"))
            .toList();
    Document svg = drawn(file);

    assertThat(
            all(svg, "g").stream()
                .map(g -> g.getAttribute("data-element"))
                .filter(id -> !id.isEmpty()))
        .containsExactlyInAnyOrderElementsOf(placed);
    byId(svg)
        .values()
        .forEach(
            element -> {
              Element title = ModelXml.children(element).get(0);
              assertThat(title.getLocalName()).isEqualTo("title");
              assertThat(title.getTextContent()).isNotBlank();
            });
  }

  /** Every label is there, whole, and breaks into as many lines as its place in the model has. */
  @ParameterizedTest
  @MethodSource("flows")
  void labelsAreWrappedAsTheModelHasThem(Path file) {
    Map<String, String> names = ModelXml.labels(content(file));
    Document svg = drawn(file);
    Map<String, List<String>> lines = new HashMap<>();
    for (Element text : all(svg, "text")) {
      Element owner = (Element) text.getParentNode();
      String id = owner.getAttribute("data-element") + owner.getAttribute("data-label");
      lines.put(id, all(text).stream().map(Element::getTextContent).toList());
    }
    Document model = ModelXml.read(content(file));
    for (Element label : all(model, "BPMNLabel")) {
      String id = ((Element) label.getParentNode()).getAttribute("bpmnElement");
      double height = Double.parseDouble(all(label).get(0).getAttribute("height"));
      assertThat(lines.get(id)).as(id).hasSize((int) Math.round(height / LINE));
    }
    lines.forEach(
        (id, written) ->
            assertThat(String.join(" ", written))
                .as(id)
                .isEqualTo(names.get(id).replaceAll("\\s+", " ").strip()));
  }

  private static List<Element> all(Element parent) {
    return ModelXml.children(parent);
  }

  @ParameterizedTest
  @MethodSource("flows")
  void itNeedsNoInlineStyleAndEachClassIsStyled(Path file) throws IOException {
    String styles = Files.readString(STYLES);
    String svg = draw(content(file), Map.of("incidentReported", DiagramMark.count(3, null)));

    assertThat(svg).doesNotContain(" style=", "<style", "<script", " onload");
    ModelXml.read(svg.getBytes(StandardCharsets.UTF_8));
    Stream.of(svg.split("class=\""))
        .skip(1)
        .flatMap(rest -> Stream.of(rest.substring(0, rest.indexOf('"')).split(" ")))
        .distinct()
        .filter(name -> !name.equals("baton-diagram-element"))
        .forEach(name -> assertThat(styles).contains("." + name));
  }

  /** Also what no shipped flow has: pools, data, annotations, every event and gateway. */
  @Test
  void everyKindOfElementIsDrawn() {
    String svg = draw(EveryElement.model(), Map.of());
    Document document = ModelXml.read(svg.getBytes(StandardCharsets.UTF_8));
    Map<String, Element> elements = byId(document);

    assertThat(elements).hasSize(EveryElement.count() + 4);
    elements.forEach(
        (id, element) -> {
          int parts = element.getElementsByTagNameNS("*", "*").getLength();
          boolean isPlain = List.of("group", "unheardOf", "f1", "f4").contains(id);
          assertThat(parts).as(id).isGreaterThan(isPlain ? 1 : 2);
        });
    assertThat(svg).contains(">wrapped in its<", "adHocSubProcess");
    assertThat(distinctSymbols(elements, "intermediateCatchEvent-")).isEqualTo(9);
    assertThat(distinctSymbols(elements, "endEvent")).isEqualTo(11);
    assertThat(distinctSymbols(elements, "Gateway")).isEqualTo(5);
  }

  /** How many different drawings elements with such an id have, wherever they stand. */
  private static long distinctSymbols(Map<String, Element> elements, String id) {
    return elements.entrySet().stream()
        .filter(element -> element.getKey().contains(id))
        .map(element -> element.getValue().getElementsByTagNameNS("*", "g").item(0))
        .map(FlowDiagramTest::shapes)
        .distinct()
        .count();
  }

  private static String shapes(Node symbol) {
    StringBuilder shapes = new StringBuilder();
    for (Element shape : ModelXml.children((Element) symbol)) {
      shapes.append(shape.getAttribute("class")).append(shape.getAttribute("d"));
      shapes.append(shape.getAttribute("r")).append(' ');
    }
    return shapes.toString();
  }

  @Test
  void furtherPlanesAreDrawnBelow() {
    String model =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
          xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">
          <process id="p"><subProcess id="closed"><task id="inside"/></subProcess></process>
          <di:BPMNDiagram><di:BPMNPlane bpmnElement="p"><di:BPMNShape bpmnElement="closed">
            <dc:Bounds x="0" y="0" width="100" height="80"/></di:BPMNShape></di:BPMNPlane>
          </di:BPMNDiagram>
          <di:BPMNDiagram><di:BPMNPlane bpmnElement="closed"><di:BPMNShape bpmnElement="inside">
            <dc:Bounds x="50" y="10" width="100" height="80"/></di:BPMNShape></di:BPMNPlane>
          </di:BPMNDiagram>
        </definitions>
        """;

    String svg = draw(model.getBytes(StandardCharsets.UTF_8), Map.of());

    assertThat(svg).contains("x=\"0\" y=\"0\"", "x=\"0\" y=\"140\"");
  }

  @Test
  void aMarkIsSeenByItsSignAndReadOut() {
    byte[] clock = content(Path.of("processes/sla-clock.bpmn"));
    Document svg =
        ModelXml.read(
            draw(
                    clock,
                    Map.of(
                        "nextMilestone", DiagramMark.of(DiagramSign.CHANGED, "changed"),
                        "clockMetToRecordOutcome", DiagramMark.of(DiagramSign.ADDED, "added"),
                        "recordOutcome",
                            DiagramMark.count(41, "41 wait here").withLink("?to=recordOutcome&x"),
                        "notDrawn", DiagramMark.of(DiagramSign.REMOVED, "removed")))
                .getBytes(StandardCharsets.UTF_8));

    Map<String, Element> elements = byId(svg);
    assertThat(elements.get("nextMilestone").getAttribute("class"))
        .contains("baton-diagram-changed");
    assertThat(elements.get("nextMilestone").getFirstChild().getTextContent())
        .endsWith("(serviceTask), changed");
    assertThat(elements.get("clockMetToRecordOutcome").getFirstChild().getTextContent())
        .isEqualTo("Clock met → Record the outcome, added");
    Element link = (Element) elements.get("recordOutcome").getParentNode();
    assertThat(link.getAttribute("href")).isEqualTo("?to=recordOutcome&x");
    assertThat(
            all(svg, "text").stream()
                .filter(text -> text.getAttribute("class").equals("baton-diagram-badge-text"))
                .map(Element::getTextContent))
        .containsExactlyInAnyOrder("~", "+", "41");
  }

  @Test
  void whatAnOwnerWritesIsEscaped() {
    String model =
        new String(content(Path.of("processes/sla-clock.bpmn")), StandardCharsets.UTF_8)
            .replace("name=\"Clock met\"", "name=\"&lt;b onclick='x'&gt;&amp;\"");

    assertThat(draw(model.getBytes(StandardCharsets.UTF_8), Map.of()))
        .doesNotContain("<b ")
        .contains("&lt;b onclick=&#39;x&#39;&gt;&amp;");
  }

  @Test
  void aBoxIsChosenByARadioButtonThatLiesOverIt() {
    DiagramChoice choice =
        new DiagramChoice("answer.x", "move:<b>", "Record: \"go on\"", true, true, false);

    String svg =
        draw(
            content(Path.of("processes/sla-clock.bpmn")),
            Map.of("recordOutcome", DiagramMark.choice(choice)));

    Element radio = all(ModelXml.read(svg.getBytes(StandardCharsets.UTF_8)), "input").get(0);
    assertThat(radio.getAttribute("name")).isEqualTo("answer.x");
    assertThat(radio.getAttribute("value")).isEqualTo("move:<b>");
    assertThat(radio.getAttribute("aria-label")).isEqualTo("Record: \"go on\"");
    assertThat(radio.hasAttribute("checked")).isTrue();
    assertThat(((Element) radio.getParentNode().getParentNode()).getTagName())
        .isEqualTo("foreignObject");
  }

  /** An endless label, and a place that asks for an endless number of lines. */
  @Test
  void hugeLabelsInHugePlacesAreShortened() {
    String model =
        new String(content(Path.of("processes/sla-clock.bpmn")), StandardCharsets.UTF_8)
            .replace("name=\"Clock met\"", "name=\"" + "x".repeat(1_000_000) + "\"")
            .replaceAll("width=\"\\d+\" height=\"\\d+\"", "width=\"1e7\" height=\"1e9\"");

    assertThat(draw(model.getBytes(StandardCharsets.UTF_8), Map.of()).length()).isLessThan(200_000);
  }

  @Test
  void whatWouldNotBeSeenIsWrittenOut() {
    String model =
        new String(content(Path.of("processes/sla-clock.bpmn")), StandardCharsets.UTF_8)
            .replace("name=\"Clock met\"", "name=\"met\u202e\u200b\"");

    assertThat(draw(model.getBytes(StandardCharsets.UTF_8), Map.of()))
        .contains("[U+202E]", "[U+200B]")
        .doesNotContain("\u202e", "\u200b");
  }

  /** A diagram refuses nothing that is XML: the checks say what is wrong with a model. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "width=\"none\"",
        "width=\"-4\"",
        "width=\"NaN\"",
        "width=\"1e400\"",
        "bpmnElement=\"nobody\"",
        "bpmnElement=\"\""
      })
  void senselessPlacesAreLeftOut(String attribute) {
    String name = attribute.substring(0, attribute.indexOf('='));
    String model =
        new String(content(Path.of("processes/sla-clock.bpmn")), StandardCharsets.UTF_8)
            .replaceAll(name + "=\"[^\"]*\"", attribute);

    String svg = draw(model.getBytes(StandardCharsets.UTF_8), Map.of());

    ModelXml.read(svg.getBytes(StandardCharsets.UTF_8));
    assertThat(svg).doesNotContain("NaN", "Infinity");
  }

  @Test
  void whatIsNoXmlIsRefusedAndAFlowWithoutADiagramIsEmpty() {
    assertThatThrownBy(() -> FlowDiagram.of("no".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(FlowDiagram.of("<definitions/>".getBytes(StandardCharsets.UTF_8)).isEmpty())
        .isTrue();
  }
}
