package dev.baton.flow.diagram;

import java.util.List;

/** Text in a diagram, in lines. */
record Label(List<String> lines, double x, double top, double fontSize, boolean centred) {

  static final double INSIDE = 12;
  static final double OUTSIDE = 11;
  private static final double LINE = 1.2;
  private static final double ASCENT = 0.9;

  /** The model's width is that of the text, and another browser's font may be a little wider. */
  private static final double TO_SPARE = 4;

  /** How high Modeler makes a label for each of its lines. */
  private static final double LINE_IN_MODEL = 14;

  private static final double PADDING = 5;

  /** In the middle of a box. */
  static Label inMiddleOf(Bounds box, String text) {
    Label label = atTopOf(box, text);
    double height = label.lines.size() * INSIDE * LINE;
    return new Label(label.lines, label.x, box.centre() - height / 2, INSIDE, true);
  }

  /** At the top of a box, as a sub-process has it. */
  static Label atTopOf(Bounds box, String text) {
    List<String> lines = TextLines.wrapped(text, box.width() - 2 * PADDING, INSIDE);
    return new Label(lines, box.middle(), box.y() + PADDING, INSIDE, true);
  }

  /** From the left edge of an annotation. */
  static Label leftIn(Bounds box, String text) {
    List<String> lines = TextLines.wrapped(text, box.width() - 2 * PADDING, INSIDE);
    return new Label(lines, box.x() + PADDING, box.y() + PADDING, INSIDE, false);
  }

  /** Beside an element, where the model has it; a place without a height has as many as needed. */
  static Label outside(Bounds place, String text) {
    int wanted = (int) Math.round(place.height() / LINE_IN_MODEL);
    double width = place.width() + TO_SPARE;
    List<String> lines =
        wanted == 0
            ? TextLines.wrapped(text, width, OUTSIDE)
            : TextLines.wrapped(text, width, OUTSIDE, wanted);
    return new Label(lines, place.middle(), place.y(), OUTSIDE, true);
  }

  Bounds bounds() {
    double width =
        lines.stream().mapToDouble(line -> TextLines.width(line, fontSize)).max().orElse(0);
    return new Bounds(centred ? x - width / 2 : x, top, width, lines.size() * fontSize * LINE);
  }

  void draw(Svg svg) {
    String size = fontSize == OUTSIDE ? " baton-diagram-outside" : "";
    String side = centred ? "" : " baton-diagram-left";
    svg.open("text", "class", "baton-diagram-text" + size + side);
    for (int i = 0; i < lines.size(); i++) {
      double baseline = top + fontSize * (ASCENT + i * LINE);
      svg.text("tspan", lines.get(i), "x", x, "y", baseline);
    }
    svg.close();
  }
}
