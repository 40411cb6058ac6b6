package dev.baton.flow.diagram;

import java.util.ArrayList;
import java.util.List;

/** Draws tasks, sub-processes and called flows. */
final class ActivityDrawing {

  private static final double CORNER = 10;
  private static final double MARKER = 14;
  private static final double BETWEEN = 4;
  private static final double ICON_INSET = 5;

  private ActivityDrawing() {}

  static void draw(Svg svg, Shape shape) {
    Part part = shape.part();
    Bounds place = shape.place();
    String style = shape.isContainer() ? "baton-diagram-frame" : "baton-diagram-box";
    String line =
        switch (part.type()) {
          case "callActivity" -> " baton-diagram-thick";
          case "eventSubProcess" -> " baton-diagram-dotted";
          default -> "";
        };
    svg.rectangle(style + line, place, CORNER);
    if (part.is("transaction")) {
      svg.rectangle("baton-diagram-line", place.grown(-3), CORNER - 2);
    }
    icon(svg, part, place);
    markers(svg, shape);
    if (!part.name().isEmpty()) {
      (shape.isContainer()
              ? Label.atTopOf(place, part.name())
              : Label.inMiddleOf(place, part.name()))
          .draw(svg);
    }
  }

  private static void icon(Svg svg, Part part, Bounds place) {
    List<String> known =
        List.of(
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "scriptTask",
            "manualTask",
            "businessRuleTask");
    if (known.contains(part.xml().getLocalName())) {
      at(svg, place.x() + ICON_INSET, place.y() + ICON_INSET);
      TaskIcons.draw(svg, part.xml().getLocalName());
      svg.close();
    }
  }

  /** Repetition, compensation and what is collapsed, side by side at the bottom. */
  private static void markers(Svg svg, Shape shape) {
    List<Runnable> markers = new ArrayList<>();
    Part part = shape.part();
    if (part.isTrue("isForCompensation")) {
      markers.add(() -> svg.path("baton-diagram-thin", "M7,2 V12 L1,7 Z M13,2 V12 L7,7 Z"));
    }
    if (part.child("standardLoopCharacteristics").isPresent()) {
      markers.add(
          () ->
              svg.path(
                  "baton-diagram-thin", "M5,12.5 A5.5,5.5 0 1 1 9,12.5 M5,12.5 V9 M5,12.5 H1.5"));
    }
    part.child("multiInstanceLoopCharacteristics")
        .map(repeated -> "true".equals(repeated.getAttribute("isSequential")))
        .ifPresent(
            isSequential ->
                markers.add(
                    () ->
                        svg.path(
                            "baton-diagram-bold",
                            isSequential
                                ? "M2,3 H12 M2,7 H12 M2,11 H12"
                                : "M3,2 V12 M7,2 V12 M11,2 V12")));
    if (part.is("callActivity") || part.isSubProcess() && !shape.isExpanded()) {
      markers.add(
          () -> svg.path("baton-diagram-thin", "M0.5,0.5 H13.5 V13.5 H0.5 Z M7,3 V11 M3,7 H11"));
    }
    if (part.is("adHocSubProcess")) {
      markers.add(() -> svg.path("baton-diagram-bold", "M1,9 Q4,3 7,7 T13,5"));
    }
    double width = markers.size() * (MARKER + BETWEEN) - BETWEEN;
    double x = shape.place().middle() - width / 2;
    for (Runnable marker : markers) {
      at(svg, x, shape.place().bottom() - MARKER - 3);
      marker.run();
      svg.close();
      x += MARKER + BETWEEN;
    }
  }

  private static void at(Svg svg, double x, double y) {
    svg.open("g", "transform", "translate(%s %s)".formatted(Svg.number(x), Svg.number(y)));
  }
}
