package dev.baton.engine.release;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.ModelException;

/** Asks all checks, whatever a file does to one of them. */
public final class ReleaseChecks {

  private ReleaseChecks() {}

  /** All that they say, in their order. */
  public static List<ReleaseComplaint> ask(Stream<ReleaseCheck> checks, Release release) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    checks.forEach(
        check -> {
          try {
            complaints.addAll(check.complaints(release));
          } catch (ModelException | ClassCastException strange) {
            complaints.add(
                ReleaseComplaint.error(
                    String.join(", ", release.changed()),
                    "",
                    null,
                    "An element refers to another one of a kind that cannot stand there.",
                    "Draw the element anew in Modeler."));
          }
        });
    return complaints.stream().distinct().toList();
  }

  /** Those of the complaints that the others say, too. */
  public static List<ReleaseComplaint> among(
      List<ReleaseComplaint> complaints, List<ReleaseComplaint> others) {
    return complaints.stream()
        .filter(each -> others.stream().anyMatch(each::saysTheSameAs))
        .toList();
  }
}
