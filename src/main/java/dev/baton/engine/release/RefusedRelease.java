package dev.baton.engine.release;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;

/** The checks found errors; nothing was deployed or kept. */
public class RefusedRelease extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<ReleaseComplaint> errors;

  public RefusedRelease(List<ReleaseComplaint> errors) {
    super(
        errors.stream()
            .map(error -> "- " + error.text())
            .collect(Collectors.joining("\n", "Nothing is deployed:\n", "")));
    this.errors = List.copyOf(errors);
  }

  public List<ReleaseComplaint> errors() {
    return errors;
  }

  /** What a refused deployment says: our own checks, or the engine that cannot read a file. */
  public static RefusedRelease of(ParseException refused) {
    return new RefusedRelease(
        refused instanceof RefusedModels models ? models.errors() : unreadable(refused));
  }

  private static List<ReleaseComplaint> unreadable(ParseException refused) {
    return refused.getResorceReports().stream()
        .flatMap(
            report ->
                report.getErrors().stream()
                    .map(
                        error ->
                            ReleaseComplaint.error(
                                report.getResourceName(),
                                Objects.requireNonNullElse(error.getMainElementId(), ""),
                                null,
                                error.getMessage(),
                                "Correct it in Modeler and propose the file again.")))
        .toList();
  }
}
