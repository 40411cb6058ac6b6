package dev.baton.flow.diagram;

/** Lays a radio button over a box. */
final class ChoiceDrawing {

  private static final double AROUND = 4;

  private ChoiceDrawing() {}

  static void draw(Svg svg, Bounds box, DiagramChoice choice) {
    Bounds place = box.grown(AROUND);
    svg.open(
        "foreignObject",
        "x",
        place.x(),
        "y",
        place.y(),
        "width",
        place.width(),
        "height",
        place.height());
    svg.open(
        "label",
        "class",
        "baton-diagram-choice" + (choice.isLesser() ? " baton-diagram-choice-lesser" : ""),
        "title",
        choice.words());
    svg.empty(
        "input",
        "type",
        "radio",
        "name",
        choice.field(),
        "value",
        choice.value(),
        "aria-label",
        choice.words(),
        "checked",
        choice.isChosen() ? "checked" : null,
        "required",
        choice.isRequired() ? "required" : null);
    svg.close();
    svg.close();
  }
}
