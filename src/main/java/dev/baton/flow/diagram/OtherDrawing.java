package dev.baton.flow.diagram;

import java.util.Locale;

/** Draws annotations, groups, data, pools and lanes. */
final class OtherDrawing {

  private OtherDrawing() {}

  static void draw(Svg svg, Shape shape, double title) {
    Bounds place = shape.place();
    switch (shape.part().xml().getLocalName()) {
      case "textAnnotation" -> {
        svg.path(
            "baton-diagram-line",
            format("M%.1f,%.1f h-10 V%.1f h10", place.x() + 10, place.y(), place.bottom()));
        if (!shape.part().name().isEmpty()) {
          Label.leftIn(place, shape.part().name()).draw(svg);
        }
      }
      case "group" -> svg.rectangle("baton-diagram-line baton-diagram-dotted", place, 10);
      case "participant", "lane" -> pool(svg, shape, title);
      case "dataStoreReference" -> dataStore(svg, place);
      case "dataObjectReference", "dataInput", "dataOutput" ->
          svg.path(
              "baton-diagram-box",
              format(
                  "M%.1f,%.1f H%.1f l12,12 V%.1f H%.1f Z m%.1f,0 v12 h12",
                  place.x(),
                  place.y(),
                  place.right() - 12,
                  place.bottom(),
                  place.x(),
                  place.width() - 12));
      default -> svg.rectangle("baton-diagram-box", place, 0);
    }
  }

  private static void pool(Svg svg, Shape shape, double title) {
    Bounds place = shape.place();
    svg.rectangle("baton-diagram-frame", place, 0);
    if (shape.part().is("participant")) {
      svg.path(
          "baton-diagram-line",
          format("M%.1f,%.1f V%.1f", place.x() + title, place.y(), place.bottom()));
    }
    svg.open(
        "g",
        "transform",
        format("translate(%.1f %.1f) rotate(-90)", place.x() + title / 2, place.centre()));
    Label.inMiddleOf(
            new Bounds(-place.height() / 2, -title / 2, place.height(), title), shape.part().name())
        .draw(svg);
    svg.close();
  }

  private static void dataStore(Svg svg, Bounds place) {
    svg.path(
        "baton-diagram-box",
        format(
            "M%.1f,%.1f v%.1f c0,12 %.1f,12 %.1f,0 v%.1f c0,-12 %.1f,-12 %.1f,0"
                + " c0,12 %.1f,12 %.1f,0",
            place.x(),
            place.y() + 8,
            place.height() - 16,
            place.width(),
            place.width(),
            -(place.height() - 16),
            -place.width(),
            -place.width(),
            place.width(),
            place.width()));
  }

  private static String format(String path, Object... numbers) {
    return String.format(Locale.ROOT, path, numbers);
  }
}
