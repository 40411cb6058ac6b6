package dev.baton.flow.diagram;

/** A corner of a line. */
record Point(double x, double y) {

  double distance(Point other) {
    return Math.hypot(other.x - x, other.y - y);
  }

  /** The point at this distance on the way to the other. */
  Point towards(Point other, double distance) {
    double whole = distance(other);
    return whole == 0
        ? this
        : new Point(x + (other.x - x) * distance / whole, y + (other.y - y) * distance / whole);
  }
}
