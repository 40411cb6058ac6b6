package dev.baton.engine.release;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusedException;
import java.util.List;
import java.util.stream.Collectors;

/** The checks found errors; nothing was deployed or kept. */
public class RefusedRelease extends RefusedException {

  private static final long serialVersionUID = 1L;

  private final transient List<ReleaseComplaint> errors;

  public RefusedRelease(List<ReleaseComplaint> errors) {
    super(
        LocalizableText.of(
            "refused.release",
            errors.stream().map(error -> "- " + error.text()).collect(Collectors.joining("\n"))));
    this.errors = List.copyOf(errors);
  }

  public List<ReleaseComplaint> errors() {
    return errors;
  }
}
