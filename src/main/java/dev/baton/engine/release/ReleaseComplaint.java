package dev.baton.engine.release;

/**
 * What is wrong with an element of a release, in words of a process owner.
 *
 * @param file the name of the file
 * @param elementId the id of the element in its model; empty for the whole file
 * @param label what the element is called in the diagram; may be null
 * @param problem what is wrong and what would follow, as a sentence
 * @param remedy what to do, as a sentence
 * @param severity whether it refuses the release
 */
public record ReleaseComplaint(
    String file, String elementId, String label, String problem, String remedy, Severity severity) {

  /** How bad it is. */
  public enum Severity {
    /** The release does not go live. */
    ERROR,
    /** It may go live; its owner should know. */
    WARNING
  }

  public static ReleaseComplaint error(
      String file, String elementId, String label, String problem, String remedy) {
    return new ReleaseComplaint(file, elementId, label, problem, remedy, Severity.ERROR);
  }

  public static ReleaseComplaint warning(
      String file, String elementId, String label, String problem, String remedy) {
    return new ReleaseComplaint(file, elementId, label, problem, remedy, Severity.WARNING);
  }

  public boolean refuses() {
    return severity == Severity.ERROR;
  }

  /** Whether it says the same of the same file, in whatever folder that was sent or stored. */
  public boolean saysTheSameAs(ReleaseComplaint other) {
    return equals(
        new ReleaseComplaint(
            base(file).equals(base(other.file)) ? file : other.file,
            other.elementId,
            other.label,
            other.problem,
            other.remedy,
            other.severity));
  }

  private static String base(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** All of it in one line, such as it is shown in Modeler. */
  public String text() {
    String place =
        elementId.isEmpty()
            ? file
            : label == null || label.isBlank()
                ? "%s, %s".formatted(file, elementId)
                : "%s, \"%s\" (%s)".formatted(file, label.strip().replace('\n', ' '), elementId);
    return "%s: %s %s".formatted(place, problem, remedy);
  }
}
