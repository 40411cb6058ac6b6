package dev.baton.flow.diagram;

/** Draws gateways. */
final class GatewayDrawing {

  /** The symbols are drawn around the origin for a gateway of this width. */
  private static final double WIDTH = 50;

  private GatewayDrawing() {}

  static void draw(Svg svg, Shape shape) {
    Bounds place = shape.place();
    svg.path(
        "baton-diagram-box",
        "M%s,%s L%s,%s L%s,%s L%s,%s Z"
            .formatted(
                Svg.number(place.middle()),
                Svg.number(place.y()),
                Svg.number(place.right()),
                Svg.number(place.centre()),
                Svg.number(place.middle()),
                Svg.number(place.bottom()),
                Svg.number(place.x()),
                Svg.number(place.centre())));
    double scale = place.width() / WIDTH;
    svg.open(
        "g",
        "transform",
        "translate(%s %s)%s"
            .formatted(
                Svg.number(place.middle()),
                Svg.number(place.centre()),
                scale == 1 ? "" : " scale(" + Svg.number(scale) + ")"));
    symbol(svg, shape);
    svg.close();
  }

  private static void symbol(Svg svg, Shape shape) {
    switch (shape.part().xml().getLocalName()) {
      case "exclusiveGateway" -> {
        if (shape.isMarkerVisible()) {
          svg.path("baton-diagram-bold", "M-7,-8 L7,8 M7,-8 L-7,8");
        }
      }
      case "parallelGateway" -> svg.path("baton-diagram-bold", "M0,-11 V11 M-11,0 H11");
      case "inclusiveGateway" -> svg.circle("baton-diagram-bold", 0, 0, 11);
      case "complexGateway" ->
          svg.path("baton-diagram-bold", "M0,-11 V11 M-11,0 H11 M-8,-8 L8,8 M8,-8 L-8,8");
      case "eventBasedGateway" -> {
        svg.circle("baton-diagram-thin", 0, 0, 13.5);
        if (!shape.part().isTrue("instantiate")) {
          svg.circle("baton-diagram-thin", 0, 0, 10.5);
        }
        svg.path("baton-diagram-thin", "M0,-7 L6.7,-2.2 L4.1,5.7 H-4.1 L-6.7,-2.2 Z");
      }
      default -> {
        // no marker
      }
    }
  }
}
