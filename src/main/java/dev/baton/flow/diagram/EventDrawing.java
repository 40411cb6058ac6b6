package dev.baton.flow.diagram;

import java.util.Locale;

/** Draws events: a circle whose line says when, with a symbol that says what. */
final class EventDrawing {

  /** The symbols are drawn around the origin for an event of this radius. */
  private static final double RADIUS = 18;

  private EventDrawing() {}

  static void draw(Svg svg, Shape shape) {
    Part part = shape.part();
    double x = shape.place().middle();
    double y = shape.place().centre();
    double radius = Math.min(shape.place().width(), shape.place().height()) / 2;
    String dashed = part.isNonInterrupting() ? " baton-diagram-dashed" : "";
    String thick = part.is("endEvent") ? " baton-diagram-thick" : "";
    svg.circle("baton-diagram-box" + thick + dashed, x, y, radius);
    if (part.xml().getLocalName().startsWith("intermediate") || part.is("boundaryEvent")) {
      svg.circle("baton-diagram-line" + dashed, x, y, radius * 5 / 6);
    }
    double scale = radius / RADIUS;
    svg.open(
        "g",
        "transform",
        "translate(%s %s)%s"
            .formatted(
                Svg.number(x),
                Svg.number(y),
                scale == 1 ? "" : String.format(Locale.ROOT, " scale(%.3f)", scale)));
    boolean isThrown = part.is("endEvent") || part.is("intermediateThrowEvent");
    symbol(svg, part.event(), isThrown ? "baton-diagram-filled" : "baton-diagram-symbol", isThrown);
    svg.close();
  }

  private static void symbol(Svg svg, String event, String style, boolean isThrown) {
    switch (event) {
      case "message" -> {
        svg.path(style, "M-9,-6 H9 V6 H-9 Z");
        svg.path(isThrown ? "baton-diagram-light" : "baton-diagram-thin", "M-9,-6 L0,1 L9,-6");
      }
      case "timer" -> timer(svg);
      case "error" -> svg.path(style, "M-9,9 L-4,-8 L2,2 L9,-9 L4,8 L-2,-2 Z");
      case "escalation" -> svg.path(style, "M0,-10 L7,9 L0,2 L-7,9 Z");
      case "signal" -> svg.path(style, "M0,-9 L9,7 H-9 Z");
      case "conditional" -> {
        svg.path("baton-diagram-symbol", "M-7,-9 H7 V9 H-7 Z");
        svg.path("baton-diagram-thin", "M-5,-5.5 H5 M-5,-2 H5 M-5,1.5 H5 M-5,5 H5");
      }
      case "terminate" -> svg.circle("baton-diagram-filled", 0, 0, 10);
      case "compensate" -> svg.path(style, "M0,-7 V7 L-9,0 Z M9,-7 V7 L0,0 Z");
      case "cancel" ->
          svg.path(
              style, "M-9,-6 L-6,-9 L0,-3 L6,-9 L9,-6 L3,0 L9,6 L6,9 L0,3 L-6,9 L-9,6 L-3,0 Z");
      case "link" -> svg.path(style, "M-10,-4 H2 V-9 L10,0 L2,9 V4 H-10 Z");
      case "multiple" -> svg.path(style, "M0,-9 L9,-2 L5.5,8 H-5.5 L-9,-2 Z");
      case "parallelMultiple" -> svg.path(style, "M-3,-9 H3 V-3 H9 V3 H3 V9 H-3 V3 H-9 V-3 H-3 Z");
      default -> {
        // an event without a cause has no symbol
      }
    }
  }

  private static void timer(Svg svg) {
    svg.circle("baton-diagram-symbol", 0, 0, 10.5);
    StringBuilder hours = new StringBuilder();
    for (int hour = 0; hour < 12; hour++) {
      double angle = Math.PI * hour / 6;
      hours.append(
          "M%s,%s L%s,%s "
              .formatted(
                  Svg.number(10.5 * Math.sin(angle)),
                  Svg.number(10.5 * Math.cos(angle)),
                  Svg.number(8.2 * Math.sin(angle)),
                  Svg.number(8.2 * Math.cos(angle))));
    }
    svg.path("baton-diagram-thin", hours.toString().strip());
    svg.path("baton-diagram-thin", "M2,-7 L0,0 L5,1");
  }
}
