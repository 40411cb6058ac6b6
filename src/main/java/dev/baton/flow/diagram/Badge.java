package dev.baton.flow.diagram;

/** A sign or a number on an element. Its meaning is read out with the element. */
final class Badge {

  private static final double RADIUS = 9;
  private static final double DIGIT = 7;
  private static final double BASELINE = 4.5;

  private Badge() {}

  static void sign(Svg svg, DiagramSign sign, double x, double y) {
    svg.open("g", "class", "baton-diagram-badge " + sign.cssClass(), "aria-hidden", "true");
    svg.circle("baton-diagram-badge-box", x, y, RADIUS);
    svg.text("text", sign.text(), "class", "baton-diagram-badge-text", "x", x, "y", y + BASELINE);
    svg.close();
  }

  static void count(Svg svg, int count, double x, double y) {
    String number = Integer.toString(count);
    double width = Math.max(2 * RADIUS, number.length() * DIGIT + RADIUS);
    svg.open("g", "class", "baton-diagram-badge baton-diagram-count", "aria-hidden", "true");
    svg.rectangle(
        "baton-diagram-badge-box",
        new Bounds(x - width / 2, y - RADIUS, width, 2 * RADIUS),
        RADIUS);
    svg.text("text", number, "class", "baton-diagram-badge-text", "x", x, "y", y + BASELINE);
    svg.close();
  }
}
