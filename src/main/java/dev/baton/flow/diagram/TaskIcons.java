package dev.baton.flow.diagram;

/** The small marks of the types of tasks, in a square of 16 by 16. */
final class TaskIcons {

  private static final int TEETH = 8;

  private TaskIcons() {}

  static void draw(Svg svg, String type) {
    switch (type) {
      case "userTask" -> {
        svg.path("baton-diagram-symbol", "M1.5,15 V13 Q1.5,9 6,9 H10 Q14.5,9 14.5,13 V15 Z");
        svg.circle("baton-diagram-symbol", 8, 5, 3.8);
      }
      case "serviceTask" -> {
        svg.path("baton-diagram-symbol", wheel());
        svg.circle("baton-diagram-symbol", 8, 8, 2.2);
      }
      case "sendTask" -> {
        svg.path("baton-diagram-filled", "M1,3 H15 V13 H1 Z");
        svg.path("baton-diagram-light", "M1,3 L8,9 L15,3");
      }
      case "receiveTask" -> svg.path("baton-diagram-symbol", "M1,3 H15 V13 H1 Z M1,3 L8,9 L15,3");
      case "scriptTask" ->
          svg.path(
              "baton-diagram-symbol",
              "M5,1 H14 Q10,5 12,8 T11,15 H2 Q6,11 4,8 T5,1 Z M6,5 H10 M6.5,8 H11 M6.5,11 H10.5");
      case "manualTask" ->
          svg.path(
              "baton-diagram-symbol",
              "M1,6 L5,2.5 H8 L6.5,5 H14 Q15.5,5 15.5,6 T14,7 H10 H14.5 Q15.5,7 15.5,8 T14.5,9 H10"
                  + " H13.5 Q14.5,9 14.5,10 T13.5,11 H10 H12.5 Q13.5,11 13.5,12 T12.5,13 H5 L1,11"
                  + " Z");
      case "businessRuleTask" -> {
        svg.path("baton-diagram-symbol", "M1,2 H15 V14 H1 Z");
        svg.path("baton-diagram-filled", "M1,2 H15 V5.5 H1 Z");
        svg.path("baton-diagram-thin", "M1,9.8 H15 M5.5,5.5 V14");
      }
      default -> {
        // a task without a type has no mark
      }
    }
  }

  /** A toothed wheel: between the teeth the rim is nearer to its middle. */
  private static String wheel() {
    StringBuilder path = new StringBuilder();
    double step = 2 * Math.PI / TEETH;
    for (int tooth = 0; tooth < TEETH; tooth++) {
      double at = tooth * step;
      path.append(tooth == 0 ? "M" : " L");
      path.append(onCircle(5.2, at - 0.30 * step))
          .append(" L")
          .append(onCircle(7.5, at - 0.2 * step));
      path.append(" L").append(onCircle(7.5, at + 0.2 * step));
      path.append(" L").append(onCircle(5.2, at + 0.30 * step));
    }
    return path.append(" Z").toString();
  }

  private static String onCircle(double radius, double angle) {
    return Svg.number(8 + radius * Math.sin(angle))
        + ","
        + Svg.number(8 - radius * Math.cos(angle));
  }
}
