package dev.baton.flow.diagram;

import java.util.List;

/** Draws lines with their ends. */
final class EdgeDrawing {

  private static final double CORNER = 5;
  private static final double TIP = 9;
  private static final double TIP_SIDE = 4.5;
  private static final double SLASH = 10;

  private EdgeDrawing() {}

  /**
   * @param isDefault whether it is the way on if no condition holds
   * @param isConditional whether it leaves a step, rather than a gateway, on a condition
   */
  static void draw(Svg svg, Edge edge, boolean isDefault, boolean isConditional) {
    List<Point> points = edge.points();
    Point end = points.get(points.size() - 1);
    Point before = points.get(points.size() - 2);
    String line = line(edge);
    boolean hasTip = edge.part().is("sequenceFlow") || edge.part().is("messageFlow");
    svg.path("baton-diagram-line" + line, path(points, hasTip ? TIP - 2 : 0));
    if (hasTip) {
      String tip = edge.part().is("messageFlow") ? "baton-diagram-tip-open" : "baton-diagram-tip";
      svg.path(tip, tip(end, before));
    }
    if (edge.part().is("messageFlow")) {
      svg.circle("baton-diagram-tip-open", points.get(0).x(), points.get(0).y(), 3.5);
    }
    if (pointsAtEnd(edge)) {
      svg.path("baton-diagram-line", openTip(end, before));
    }
    if (isDefault) {
      svg.path("baton-diagram-line", slash(points.get(0), points.get(1)));
    } else if (isConditional) {
      svg.path("baton-diagram-tip-open", diamond(points.get(0), points.get(1)));
    }
  }

  private static String line(Edge edge) {
    return switch (edge.part().xml().getLocalName()) {
      case "messageFlow" -> " baton-diagram-dashed";
      case "sequenceFlow" -> "";
      default -> " baton-diagram-dotted";
    };
  }

  private static boolean pointsAtEnd(Edge edge) {
    return edge.part().xml().getLocalName().startsWith("data")
        || edge.part().is("association")
            && !List.of("", "None")
                .contains(edge.part().xml().getAttribute("associationDirection"));
  }

  /** With rounded corners; it ends before the tip, so that the tip is sharp. */
  private static String path(List<Point> points, double before) {
    StringBuilder path = new StringBuilder("M").append(text(points.get(0)));
    for (int i = 1; i < points.size() - 1; i++) {
      Point corner = points.get(i);
      double in = Math.min(CORNER, corner.distance(points.get(i - 1)) / 2);
      double out = Math.min(CORNER, corner.distance(points.get(i + 1)) / 2);
      path.append(" L").append(text(corner.towards(points.get(i - 1), in)));
      path.append(" Q").append(text(corner)).append(' ');
      path.append(text(corner.towards(points.get(i + 1), out)));
    }
    Point end = points.get(points.size() - 1);
    return path.append(" L")
        .append(text(end.towards(points.get(points.size() - 2), before)))
        .toString();
  }

  private static String tip(Point end, Point from) {
    Point back = end.towards(from, TIP);
    return "M%s L%s L%s Z"
        .formatted(
            text(end), text(beside(back, end, TIP_SIDE)), text(beside(back, end, -TIP_SIDE)));
  }

  private static String openTip(Point end, Point from) {
    Point back = end.towards(from, TIP);
    return "M%s L%s L%s"
        .formatted(
            text(beside(back, end, TIP_SIDE)), text(end), text(beside(back, end, -TIP_SIDE)));
  }

  private static String slash(Point start, Point next) {
    Point near = beside(start.towards(next, SLASH - 3), next, 5);
    Point far = beside(start.towards(next, SLASH + 3), next, -5);
    return "M%s L%s".formatted(text(near), text(far));
  }

  private static String diamond(Point start, Point next) {
    Point middle = start.towards(next, 8);
    return "M%s L%s L%s L%s Z"
        .formatted(
            text(start),
            text(beside(middle, next, 4.5)),
            text(start.towards(next, 16)),
            text(beside(middle, next, -4.5)));
  }

  /** The point at this distance to the left of the way from one to the other. */
  private static Point beside(Point from, Point to, double distance) {
    double whole = from.distance(to);
    return whole == 0
        ? from
        : new Point(
            from.x() + (to.y() - from.y()) * distance / whole,
            from.y() - (to.x() - from.x()) * distance / whole);
  }

  private static String text(Point point) {
    return Svg.number(point.x()) + "," + Svg.number(point.y());
  }
}
