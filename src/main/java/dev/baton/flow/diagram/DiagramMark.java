package dev.baton.flow.diagram;

/**
 * What is shown on one element of a diagram, beside what it is.
 *
 * @param sign how it stands out; null if it does not
 * @param count a number on it, such as of the incidents that wait there; null for none
 * @param href where a click leads; null for nowhere
 * @param note what is read out with its name, in the reader's language; null for nothing
 * @param choice what a click chooses in a form; null for nothing. Boxes with others inside have
 *     none
 */
public record DiagramMark(
    DiagramSign sign, Integer count, String href, String note, DiagramChoice choice) {

  static final DiagramMark NONE = new DiagramMark(null, null, null, null, null);

  public static DiagramMark of(DiagramSign sign, String note) {
    return new DiagramMark(sign, null, null, note, null);
  }

  public static DiagramMark count(int count, String note) {
    return new DiagramMark(null, count, null, note, null);
  }

  public static DiagramMark choice(DiagramChoice choice) {
    return new DiagramMark(null, null, null, null, choice);
  }

  public DiagramMark withSign(DiagramSign other) {
    return new DiagramMark(other, count, href, note, choice);
  }

  public DiagramMark withLink(String target) {
    return new DiagramMark(sign, count, target, note, choice);
  }
}
