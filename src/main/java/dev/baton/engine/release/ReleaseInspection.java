package dev.baton.engine.release;

import java.util.Map;

/** Checks files as a deployment does, and deploys nothing. */
public interface ReleaseInspection {

  /**
   * @param sent content by name of file
   * @param live what they are laid over
   */
  ReleaseReview inspect(Map<String, byte[]> sent, Map<String, byte[]> live);

  /** The same without its consequences, which may take some seconds to find. */
  ReleaseReview check(Map<String, byte[]> sent, Map<String, byte[]> live);

  /** What the checks say about a whole release, as if all of it were new. */
  ReleaseReview inspect(Map<String, byte[]> release);
}
