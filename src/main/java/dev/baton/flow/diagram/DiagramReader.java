package dev.baton.flow.diagram;

import dev.baton.engine.release.ModelXml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Reads where elements are drawn. What has no place, or a senseless one, is left out: a diagram
 * refuses no model. Further planes, of collapsed sub-processes, are put below the first.
 */
final class DiagramReader {

  private static final double BETWEEN_PLANES = 60;

  private final Map<String, Part> parts = new HashMap<>();
  private final List<Shape> shapes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();

  DiagramReader(Document model) {
    for (Element child : ModelXml.children(model.getDocumentElement())) {
      if (!"BPMNDiagram".equals(child.getLocalName())) {
        collect(child);
      }
    }
    for (Element diagram : ModelXml.children(model.getDocumentElement())) {
      if ("BPMNDiagram".equals(diagram.getLocalName())) {
        ModelXml.children(diagram).stream()
            .filter(child -> "BPMNPlane".equals(child.getLocalName()))
            .forEach(this::readPlane);
      }
    }
  }

  List<Shape> shapes() {
    return shapes;
  }

  List<Edge> edges() {
    return edges;
  }

  private void collect(Element element) {
    if (element.hasAttribute("id")) {
      parts.putIfAbsent(element.getAttribute("id"), new Part(element));
    }
    NodeList inside = element.getElementsByTagNameNS(element.getNamespaceURI(), "*");
    for (int i = 0; i < inside.getLength(); i++) {
      Element each = (Element) inside.item(i);
      if (each.hasAttribute("id")) {
        parts.putIfAbsent(each.getAttribute("id"), new Part(each));
      }
    }
  }

  private void readPlane(Element plane) {
    List<Shape> itsShapes = new ArrayList<>();
    List<Edge> itsEdges = new ArrayList<>();
    for (Element drawn : ModelXml.children(plane)) {
      Part part = parts.get(drawn.getAttribute("bpmnElement"));
      if (part != null && "BPMNShape".equals(drawn.getLocalName())) {
        bounds(drawn).ifPresent(place -> itsShapes.add(shape(part, place, drawn)));
      } else if (part != null && "BPMNEdge".equals(drawn.getLocalName())) {
        List<Point> points = points(drawn);
        if (points.size() > 1) {
          itsEdges.add(new Edge(part, points, labelBounds(drawn)));
        }
      }
    }
    add(itsShapes, itsEdges);
  }

  private void add(List<Shape> itsShapes, List<Edge> itsEdges) {
    Optional<Bounds> before = extent(shapes, edges);
    Optional<Bounds> its = extent(itsShapes, itsEdges);
    double right = before.isPresent() && its.isPresent() ? before.get().x() - its.get().x() : 0;
    double down =
        before.isPresent() && its.isPresent()
            ? before.get().bottom() + BETWEEN_PLANES - its.get().y()
            : 0;
    itsShapes.forEach(shape -> shapes.add(shape.moved(right, down)));
    itsEdges.forEach(edge -> edges.add(edge.moved(right, down)));
  }

  /** All that the shapes and lines take up; their labels may be outside. */
  static Optional<Bounds> extent(List<Shape> shapes, List<Edge> edges) {
    return Stream.concat(
            shapes.stream().map(Shape::place),
            edges.stream()
                .flatMap(edge -> edge.points().stream())
                .map(point -> Bounds.around(point.x(), point.y())))
        .reduce(Bounds::and);
  }

  private static Shape shape(Part part, Bounds place, Element drawn) {
    // As in Modeler, a sub-process is collapsed unless the model says that it is expanded.
    boolean isExpanded = "true".equals(drawn.getAttribute("isExpanded"));
    boolean isMarkerVisible = "true".equals(drawn.getAttribute("isMarkerVisible"));
    return new Shape(part, place, labelBounds(drawn), isExpanded, isMarkerVisible);
  }

  private static Bounds labelBounds(Element drawn) {
    return ModelXml.children(drawn).stream()
        .filter(child -> "BPMNLabel".equals(child.getLocalName()))
        .findFirst()
        .flatMap(DiagramReader::bounds)
        .orElse(null);
  }

  private static Optional<Bounds> bounds(Element drawn) {
    return ModelXml.children(drawn).stream()
        .filter(child -> "Bounds".equals(child.getLocalName()))
        .findFirst()
        .map(
            place ->
                new Bounds(
                    number(place, "x"),
                    number(place, "y"),
                    number(place, "width"),
                    number(place, "height")))
        .filter(place -> Double.isFinite(place.right() + place.bottom()))
        .filter(place -> place.width() > 0 && place.height() > 0);
  }

  private static List<Point> points(Element drawn) {
    return ModelXml.children(drawn).stream()
        .filter(child -> "waypoint".equals(child.getLocalName()))
        .map(point -> new Point(number(point, "x"), number(point, "y")))
        .filter(point -> Double.isFinite(point.x() + point.y()))
        .toList();
  }

  private static double number(Element element, String attribute) {
    try {
      return Double.parseDouble(element.getAttribute(attribute));
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  static Bounds moved(Bounds place, double right, double down) {
    return place == null
        ? null
        : new Bounds(place.x() + right, place.y() + down, place.width(), place.height());
  }
}
