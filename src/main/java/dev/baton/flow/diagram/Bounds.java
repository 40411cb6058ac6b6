package dev.baton.flow.diagram;

/** A place in a diagram. */
record Bounds(double x, double y, double width, double height) {

  static Bounds around(double x, double y) {
    return new Bounds(x, y, 0, 0);
  }

  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  double middle() {
    return x + width / 2;
  }

  double centre() {
    return y + height / 2;
  }

  Bounds and(Bounds other) {
    double left = Math.min(x, other.x);
    double top = Math.min(y, other.y);
    return new Bounds(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }

  Bounds grown(double by) {
    return new Bounds(x - by, y - by, width + 2 * by, height + 2 * by);
  }
}
