package dev.baton.engine.release;

import java.util.List;

/** One check of a release. Beans of this type are asked before anything goes live. */
public interface ReleaseCheck {

  /** What is wrong; empty if nothing is. */
  List<ReleaseComplaint> complaints(Release release);

  /**
   * What of the desk's own data is out of reach and therefore not compared with, in an owner's
   * words, such as {@code teams}. Never anything at a desk; the command line may have none.
   */
  default List<String> notChecked() {
    return List.of();
  }
}
