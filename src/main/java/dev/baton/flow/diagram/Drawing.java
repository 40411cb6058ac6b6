package dev.baton.flow.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts everything on the sheet, what lies above after what lies below. */
final class Drawing {

  private static final double MARGIN = 16;
  private static final double POOL_TITLE = 30;

  private final List<Shape> shapes;
  private final List<Edge> edges;
  private final DiagramWords words;
  private final Map<String, DiagramMark> marks;
  private final Map<String, Part> drawn = new HashMap<>();
  private final Set<String> defaults = new HashSet<>();
  private final Svg svg = new Svg();

  Drawing(
      List<Shape> shapes, List<Edge> edges, DiagramWords words, Map<String, DiagramMark> marks) {
    this.shapes = inOrder(shapes);
    this.edges = edges;
    this.words = words;
    this.marks = marks;
    shapes.forEach(
        shape -> {
          drawn.put(shape.part().id(), shape.part());
          defaults.add(shape.part().xml().getAttribute("default"));
        });
  }

  private static List<Shape> inOrder(List<Shape> shapes) {
    List<Shape> sorted = new ArrayList<>(shapes);
    sorted.sort(
        Comparator.comparing((Shape shape) -> !shape.isPoolOrLane())
            .thenComparing(shape -> !shape.isContainer())
            .thenComparing(shape -> shape.part().is("boundaryEvent"))
            .thenComparing(shape -> shape.isContainer() ? -shape.area() : 0));
    return sorted;
  }

  String draw(String title) {
    Bounds sheet = sheet();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "baton-diagram",
        "width",
        sheet.width(),
        "height",
        sheet.height(),
        "viewBox",
        "%s %s %s %s"
            .formatted(
                Svg.number(sheet.x()),
                Svg.number(sheet.y()),
                Svg.number(sheet.width()),
                Svg.number(sheet.height())),
        "role",
        "group",
        "aria-label",
        title);
    shapes.stream().filter(Shape::isContainer).forEach(this::draw);
    edges.forEach(this::draw);
    shapes.stream().filter(shape -> !shape.isContainer()).forEach(this::draw);
    edges.forEach(this::drawLabel);
    shapes.forEach(shape -> drawMarks(shape.part(), shape.place().right(), shape.place()));
    edges.forEach(this::drawMarks);
    shapes.forEach(this::drawChoice);
    svg.close();
    return svg.toString();
  }

  private Bounds sheet() {
    Bounds all =
        DiagramReader.extent(shapes, edges).orElse(new Bounds(0, 0, 2 * MARGIN, 2 * MARGIN));
    for (Shape shape : shapes) {
      if (isNamedOutside(shape)) {
        all = all.and(Label.outside(shape.labelPlace(), shape.part().name()).bounds());
      }
    }
    for (Edge edge : edges) {
      if (!edge.part().name().isEmpty()) {
        all = all.and(Label.outside(edge.labelPlace(), edge.part().name()).bounds());
      }
    }
    return all.grown(MARGIN);
  }

  private static boolean isNamedOutside(Shape shape) {
    return !shape.part().name().isEmpty()
        && !shape.part().isActivity()
        && !shape.isContainer()
        && !shape.part().is("textAnnotation");
  }

  private void draw(Shape shape) {
    Part part = shape.part();
    begin(part, named(part));
    if (part.isActivity()) {
      ActivityDrawing.draw(svg, shape);
    } else if (part.isEvent()) {
      EventDrawing.draw(svg, shape);
    } else if (part.isGateway()) {
      GatewayDrawing.draw(svg, shape);
    } else {
      OtherDrawing.draw(svg, shape, POOL_TITLE);
    }
    if (isNamedOutside(shape)) {
      Label.outside(shape.labelPlace(), part.name()).draw(svg);
    }
    end(part);
  }

  private void draw(Edge edge) {
    Part part = edge.part();
    Part source = drawn.get(part.xml().getAttribute("sourceRef"));
    boolean isConditional =
        source != null && source.isActivity() && part.child("conditionExpression").isPresent();
    begin(part, lineNamed(part, source));
    EdgeDrawing.draw(svg, edge, defaults.contains(part.id()), isConditional);
    end(part);
  }

  private void drawLabel(Edge edge) {
    Part part = edge.part();
    if (part.name().isEmpty()) {
      return;
    }
    svg.open("g", "class", cssClass(part), "data-label", part.id(), "aria-hidden", "true");
    Label.outside(edge.labelPlace(), part.name()).draw(svg);
    svg.close();
  }

  private void begin(Part part, String title) {
    DiagramMark mark = mark(part);
    if (mark.href() != null) {
      svg.open("a", "href", mark.href(), "class", "baton-diagram-link");
    }
    svg.open("g", "class", cssClass(part), "data-element", part.id(), "role", "img");
    svg.text("title", mark.note() == null ? title : title + ", " + mark.note());
  }

  private void end(Part part) {
    svg.close();
    if (mark(part).href() != null) {
      svg.close();
    }
  }

  private String named(Part part) {
    String type = words.type(part.type(), part.event());
    return part.name().isEmpty() ? type : "%s (%s)".formatted(oneLine(part.name()), type);
  }

  /** A line is known by its ends: "Accept → Work on it: yes". */
  private String lineNamed(Part line, Part source) {
    Part target = drawn.get(line.xml().getAttribute("targetRef"));
    String ends =
        source == null || target == null
            ? words.type(line.type(), "")
            : "%s → %s".formatted(endNamed(source), endNamed(target));
    return line.name().isEmpty() ? ends : "%s: %s".formatted(ends, oneLine(line.name()));
  }

  private String endNamed(Part end) {
    return end.name().isEmpty() ? words.type(end.type(), end.event()) : oneLine(end.name());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private String cssClass(Part part) {
    DiagramSign sign = mark(part).sign();
    return "baton-diagram-element" + (sign == null ? "" : " " + sign.cssClass());
  }

  private DiagramMark mark(Part part) {
    return marks.getOrDefault(part.id(), DiagramMark.NONE);
  }

  private void drawChoice(Shape shape) {
    DiagramChoice choice = mark(shape.part()).choice();
    if (choice != null && !shape.isContainer()) {
      ChoiceDrawing.draw(svg, shape.place(), choice);
    }
  }

  private void drawMarks(Edge edge) {
    Point middle = edge.middle();
    drawMarks(edge.part(), middle.x(), Bounds.around(middle.x(), middle.y()));
  }

  private void drawMarks(Part part, double right, Bounds place) {
    DiagramMark mark = mark(part);
    if (mark.sign() != null) {
      Badge.sign(svg, mark.sign(), right, place.y());
    }
    if (mark.count() != null) {
      Badge.count(svg, mark.count(), place.right(), place.bottom());
    }
  }
}
