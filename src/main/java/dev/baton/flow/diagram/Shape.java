package dev.baton.flow.diagram;

/**
 * A drawn element.
 *
 * @param label where its name is; null where the model does not say
 */
record Shape(Part part, Bounds place, Bounds label, boolean isExpanded, boolean isMarkerVisible) {

  private static final double LABEL_WIDTH = 90;
  private static final double LABEL_GAP = 5;

  /** Whether other elements are drawn inside it. */
  boolean isContainer() {
    return part.isSubProcess() && isExpanded || part.is("group") || isPoolOrLane();
  }

  boolean isPoolOrLane() {
    return part.is("participant") || part.is("lane");
  }

  double area() {
    return place.width() * place.height();
  }

  /** Where its name is, below it unless the model says otherwise. */
  Bounds labelPlace() {
    return label != null
        ? label
        : new Bounds(place.middle() - LABEL_WIDTH / 2, place.bottom() + LABEL_GAP, LABEL_WIDTH, 0);
  }

  Shape moved(double right, double down) {
    return new Shape(
        part,
        DiagramReader.moved(place, right, down),
        DiagramReader.moved(label, right, down),
        isExpanded,
        isMarkerVisible);
  }
}
