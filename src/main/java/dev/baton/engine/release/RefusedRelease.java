package dev.baton.engine.release;

import java.util.List;
import java.util.stream.Collectors;

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
}
