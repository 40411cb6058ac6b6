package dev.baton.flow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagramTest {

  private static final Map<Path, BpmnModelInstance> MODELS = new ConcurrentHashMap<>();

  static List<Path> flows() {
    return Stream.concat(ModelFiles.flows().stream(), ModelFiles.fragments().stream()).toList();
  }

  static List<Path> decisions() {
    return ModelFiles.decisions();
  }

  @ParameterizedTest
  @MethodSource("flows")
  void everythingIsDrawnOnce(Path file) {
    List<BaseElement> drawn = new ArrayList<>();
    shapes(file).forEach(shape -> drawn.add(shape.getBpmnElement()));
    edges(file).forEach(edge -> drawn.add(edge.getBpmnElement()));

    assertThat(drawn.stream().map(BaseElement::getId))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            all(file, FlowElement.class).stream().map(FlowElement::getId).toList());
  }

  @ParameterizedTest
  @MethodSource("flows")
  void noTwoShapesOverlap(Path file) {
    List<BpmnShape> shapes = List.copyOf(shapes(file));
    for (BpmnShape one : shapes) {
      for (BpmnShape other : shapes) {
        if (one == other || isAttached(one, other) || isInside(one, other)) {
          continue;
        }
        assertThat(area(one.getBounds()).intersects(area(other.getBounds())))
            .as("%s overlaps %s", name(one), name(other))
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void aSubProcessHoldsItsSteps(Path file) {
    for (BpmnShape inner : shapes(file)) {
      if (inner.getBpmnElement().getParentElement() instanceof SubProcess subProcess) {
        Rectangle2D outer = area(shapeOf(file, subProcess).getBounds());
        assertThat(outer.contains(area(inner.getBounds()))).as(name(inner)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void noLineCrossesAnother(Path file) {
    List<BpmnEdge> edges = List.copyOf(edges(file));
    for (BpmnEdge one : edges) {
      for (BpmnEdge other : edges) {
        if (one != other && !sharesAnEnd(flow(one), flow(other))) {
          assertThat(cross(one, other)).as("%s crosses %s", name(one), name(other)).isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void noLineRunsThroughAStep(Path file) {
    for (BpmnEdge edge : edges(file)) {
      for (BpmnShape shape : shapes(file)) {
        FlowElement step = (FlowElement) shape.getBpmnElement();
        if (touches(flow(edge), step) || step instanceof SubProcess) {
          continue;
        }
        assertThat(lines(edge))
            .as("%s runs through %s", name(edge), name(shape))
            .noneMatch(line -> line.intersects(area(shape.getBounds())));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void noLabelLiesOnAStepOrAnotherLabel(Path file) {
    List<Rectangle2D> labels = new ArrayList<>();
    all(file, BpmnLabel.class).forEach(label -> labels.add(area(label.getBounds())));
    for (Rectangle2D label : labels) {
      assertThat(labels.stream().filter(label::intersects)).as("labels at %s", label).hasSize(1);
      for (BpmnShape shape : shapes(file)) {
        if (!(shape.getBpmnElement() instanceof SubProcess)) {
          assertThat(label.intersects(area(shape.getBounds())))
              .as("the label at %s lies on %s", label, name(shape))
              .isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void itFitsOneScreen(Path file) {
    Rectangle2D whole = null;
    for (BpmnShape shape : shapes(file)) {
      Rectangle2D area = area(shape.getBounds());
      whole = whole == null ? area : whole.createUnion(area);
    }

    assertThat(whole.getWidth()).isLessThan(2100);
    assertThat(whole.getHeight()).isLessThan(1125);
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void everyDecisionIsDrawn(Path file) throws IOException {
    List<String> drawn =
        Pattern.compile("<dmndi:DMNShape [^>]*dmnElementRef=\"([^\"]+)\"")
            .matcher(Files.readString(file))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class))
        .extracting(Decision::getId)
        .containsExactlyInAnyOrderElementsOf(drawn);
  }

  private static boolean isAttached(BpmnShape one, BpmnShape other) {
    return attachedTo(one, other) || attachedTo(other, one);
  }

  private static boolean attachedTo(BpmnShape event, BpmnShape host) {
    return event.getBpmnElement() instanceof BoundaryEvent boundary
        && boundary.getAttachedTo().equals(host.getBpmnElement());
  }

  private static boolean isInside(BpmnShape one, BpmnShape other) {
    return one.getBpmnElement().getParentElement().equals(other.getBpmnElement())
        || other.getBpmnElement().getParentElement().equals(one.getBpmnElement());
  }

  private static boolean sharesAnEnd(SequenceFlow one, SequenceFlow other) {
    return one.getSource().equals(other.getSource()) || one.getTarget().equals(other.getTarget());
  }

  private static boolean touches(SequenceFlow flow, FlowElement step) {
    return List.of(flow.getSource(), flow.getTarget()).contains(step)
        || (flow.getSource() instanceof BoundaryEvent event && event.getAttachedTo().equals(step));
  }

  private static boolean cross(BpmnEdge one, BpmnEdge other) {
    return lines(one).stream().anyMatch(a -> lines(other).stream().anyMatch(a::intersectsLine));
  }

  private static List<Line2D> lines(BpmnEdge edge) {
    List<Waypoint> points = List.copyOf(edge.getWaypoints());
    List<Line2D> lines = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      Waypoint from = points.get(i - 1);
      Waypoint to = points.get(i);
      lines.add(new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY()));
    }
    return lines;
  }

  private static Rectangle2D area(Bounds bounds) {
    return new Rectangle2D.Double(
        bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
  }

  private static SequenceFlow flow(BpmnEdge edge) {
    return (SequenceFlow) edge.getBpmnElement();
  }

  private static String name(BpmnShape shape) {
    return shape.getBpmnElement().getId();
  }

  private static String name(BpmnEdge edge) {
    return edge.getBpmnElement().getId();
  }

  private static BpmnShape shapeOf(Path file, FlowNode node) {
    return shapes(file).stream()
        .filter(shape -> shape.getBpmnElement().getId().equals(node.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static Collection<BpmnShape> shapes(Path file) {
    return all(file, BpmnShape.class);
  }

  private static Collection<BpmnEdge> edges(Path file) {
    return all(file, BpmnEdge.class);
  }

  private static <T extends ModelElementInstance> Collection<T> all(Path file, Class<T> type) {
    return MODELS
        .computeIfAbsent(file, path -> Bpmn.readModelFromFile(path.toFile()))
        .getModelElementsByType(type);
  }
}
