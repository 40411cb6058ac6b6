package dev.baton.flow.diagram;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model with one of each kind of element in a grid, and lines of each kind. */
final class EveryElement {

  private static final int COLUMNS = 8;
  private static final int STEP = 150;

  /** What is inside each element, by its name and a number. */
  private final Map<String, String> elements = new LinkedHashMap<>();

  private final StringBuilder model = new StringBuilder();
  private final StringBuilder places = new StringBuilder();

  private EveryElement() {
    for (String task :
        "task userTask serviceTask sendTask receiveTask scriptTask manualTask businessRuleTask"
            .split(" ")) {
      elements.put(task, "");
    }
    elements.put("task 2", "<standardLoopCharacteristics/>");
    elements.put("userTask 2", "<multiInstanceLoopCharacteristics/>");
    elements.put("callActivity", "<multiInstanceLoopCharacteristics isSequential=\"true\"/>");
    elements.put("subProcess", "");
    elements.put("transaction", "");
    elements.put("adHocSubProcess", "<multiInstanceLoopCharacteristics/>");
    for (String gateway : "exclusive parallel inclusive complex eventBased".split(" ")) {
      elements.put(gateway + "Gateway", "");
    }
    elements.put("startEvent", "");
    elements.put("endEvent", "");
    elements.put("intermediateThrowEvent", "");
    for (String event :
        "message timer error escalation signal conditional link compensate cancel".split(" ")) {
      elements.put("intermediateCatchEvent " + event, "<%sEventDefinition/>".formatted(event));
      elements.put("endEvent " + event, "<%sEventDefinition/>".formatted(event));
    }
    elements.put("endEvent terminate", "<terminateEventDefinition/>");
    elements.put("startEvent several", "<messageEventDefinition/><signalEventDefinition/>");
    elements.put("dataObjectReference", "");
    elements.put("dataStoreReference", "");
    elements.put("textAnnotation", "<text>Remember: a long remark is wrapped in its place</text>");
    elements.put("group", "");
    elements.put("participant", "");
    elements.put("lane", "");
    elements.put("unheardOf", "");
  }

  static int count() {
    return new EveryElement().elements.size();
  }

  static byte[] model() {
    EveryElement all = new EveryElement();
    all.elements.keySet().forEach(all::add);
    all.line("sequenceFlow", "userTask", "serviceTask", "<conditionExpression/>");
    all.line("sequenceFlow", "serviceTask", "sendTask", "");
    all.line("messageFlow", "sendTask", "receiveTask", "");
    all.line("association", "receiveTask", "scriptTask", "");
    return """
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
      xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"><process id="p">%s</process>
      <di:BPMNDiagram><di:BPMNPlane bpmnElement="p">%s</di:BPMNPlane></di:BPMNDiagram>
    </definitions>
    """
        .formatted(all.model, all.places)
        .getBytes(StandardCharsets.UTF_8);
  }

  private void add(String key) {
    String name = key.split(" ")[0];
    model.append(
        "<%s id=\"%s\" name=\"%s\" default=\"f2\">%s</%1$s>"
            .formatted(name, id(key), key, elements.get(key)));
    boolean isSmall = name.endsWith("Event");
    int width = isSmall ? 36 : name.endsWith("Gateway") ? 50 : 100;
    int height = isSmall ? 36 : name.endsWith("Gateway") ? 50 : 80;
    places.append(
        """
        <di:BPMNShape bpmnElement="%s" isMarkerVisible="true">
        <dc:Bounds x="%d" y="%d" width="%d" height="%d"/></di:BPMNShape>\
        """
            .formatted(id(key), x(key), y(key), width, height));
  }

  private void line(String type, String from, String to, String inside) {
    String id = "f" + x(from) / STEP;
    model.append(
        "<%s id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\" associationDirection=\"One\">%s</%1$s>"
            .formatted(type, id, from, to, inside));
    places.append(
        """
        <di:BPMNEdge bpmnElement="%s"><di:waypoint x="%d" y="40"/><di:waypoint x="%d" y="40"/>
        </di:BPMNEdge>\
        """
            .formatted(id, x(from) + 100, x(to)));
  }

  private static String id(String key) {
    return key.replace(' ', '-');
  }

  private int x(String key) {
    return place(key) % COLUMNS * STEP;
  }

  private int y(String key) {
    return place(key) / COLUMNS * STEP;
  }

  private int place(String key) {
    return elements.keySet().stream().toList().indexOf(key);
  }
}
