package dev.baton.engine.release;

import java.util.List;

/** One check of a release. Beans of this type are asked before anything goes live. */
public interface ReleaseCheck {

  /** What is wrong; empty if nothing is. */
  List<ReleaseComplaint> complaints(Release release);
}
