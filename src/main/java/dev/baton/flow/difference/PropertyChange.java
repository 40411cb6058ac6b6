package dev.baton.flow.difference;

/**
 * One property before and after. Long values are shortened around the place where they begin to
 * differ.
 *
 * @param detail which one, where there are several, such as the name of an input; empty otherwise
 * @param before null if it was not there
 * @param after null if it is not there any more
 */
public record PropertyChange(ChangedProperty property, String detail, String before, String after) {

  private static final int LONGEST = 240;
  private static final int BEFORE_DIFFERENCE = 60;
  private static final String CUT = "…";

  static PropertyChange of(ChangedProperty property, String detail, String before, String after) {
    int same = before == null || after == null ? 0 : commonStart(before, after);
    return new PropertyChange(
        property, shortened(detail, 0), shortened(before, same), shortened(after, same));
  }

  private static int commonStart(String one, String other) {
    int length = Math.min(one.length(), other.length());
    int same = 0;
    while (same < length && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same;
  }

  private static String shortened(String value, int same) {
    if (value == null || value.length() <= LONGEST) {
      return value;
    }
    int start = Math.max(0, Math.min(same - BEFORE_DIFFERENCE, value.length() - LONGEST));
    int end = Math.min(value.length(), start + LONGEST);
    return (start > 0 ? CUT : "") + value.substring(start, end) + (end < value.length() ? CUT : "");
  }
}
