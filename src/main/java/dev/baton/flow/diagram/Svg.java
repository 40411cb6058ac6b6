package dev.baton.flow.diagram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes SVG. Everything is escaped; there is no inline style, which our pages forbid. */
final class Svg {

  private final StringBuilder out = new StringBuilder(1 << 14);
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values by turns; one whose value is null is left out
   */
  Svg open(String element, Object... attributes) {
    start(element, attributes);
    out.append('>');
    open.push(element);
    return this;
  }

  Svg close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An element without content. */
  Svg empty(String element, Object... attributes) {
    start(element, attributes);
    out.append("/>");
    return this;
  }

  /** An element with text alone. */
  Svg text(String element, String text, Object... attributes) {
    open(element, attributes);
    out.append(escaped(text));
    return close();
  }

  Svg path(String cssClass, String path) {
    return empty("path", "class", cssClass, "d", path);
  }

  Svg rectangle(String cssClass, Bounds place, double radius) {
    return empty(
        "rect",
        "class",
        cssClass,
        "x",
        place.x(),
        "y",
        place.y(),
        "width",
        place.width(),
        "height",
        place.height(),
        "rx",
        radius == 0 ? null : radius);
  }

  Svg circle(String cssClass, double x, double y, double radius) {
    return empty("circle", "class", cssClass, "cx", x, "cy", y, "r", radius);
  }

  private void start(String element, Object... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        out.append(' ').append(attributes[i]).append("=\"");
        out.append(escaped(value(attributes[i + 1]))).append('"');
      }
    }
  }

  private static String value(Object value) {
    return value instanceof Double number ? number(number) : value.toString();
  }

  /** Short, and the same in every locale. */
  static String number(double number) {
    double rounded = Math.round(number * 10) / 10.0;
    return rounded == Math.rint(rounded)
        ? Long.toString((long) rounded)
        : String.format(Locale.ROOT, "%.1f", rounded);
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
