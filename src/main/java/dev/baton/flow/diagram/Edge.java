package dev.baton.flow.diagram;

import java.util.List;

/**
 * A drawn line between two elements.
 *
 * @param points at least two
 * @param label where its name is; null where the model does not say
 */
record Edge(Part part, List<Point> points, Bounds label) {

  private static final double LABEL_WIDTH = 90;

  /** Half-way along it. */
  Point middle() {
    double rest = length() / 2;
    for (int i = 1; i < points.size(); i++) {
      double step = points.get(i - 1).distance(points.get(i));
      if (rest <= step) {
        return points.get(i - 1).towards(points.get(i), rest);
      }
      rest -= step;
    }
    return points.get(points.size() - 1);
  }

  private double length() {
    double sum = 0;
    for (int i = 1; i < points.size(); i++) {
      sum += points.get(i - 1).distance(points.get(i));
    }
    return sum;
  }

  Bounds labelPlace() {
    Point middle = middle();
    return label != null
        ? label
        : new Bounds(middle.x() - LABEL_WIDTH / 2, middle.y() - 16, LABEL_WIDTH, 0);
  }

  Edge moved(double right, double down) {
    return new Edge(
        part,
        points.stream().map(point -> new Point(point.x() + right, point.y() + down)).toList(),
        DiagramReader.moved(label, right, down));
  }
}
