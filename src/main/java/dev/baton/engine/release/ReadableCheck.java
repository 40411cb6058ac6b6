package dev.baton.engine.release;

import java.util.List;
import org.springframework.stereotype.Component;

/** Whether each file can be read at all; the others then look at what could be. */
@Component
class ReadableCheck implements ReleaseCheck {

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    return release.unreadable().entrySet().stream()
        .map(
            file ->
                ReleaseComplaint.error(
                    file.getKey(),
                    "",
                    null,
                    "The file cannot be read: %s.".formatted(file.getValue()),
                    "Open it in Modeler, mend what it says, and save it again."))
        .toList();
  }
}
