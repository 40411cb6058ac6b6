package dev.baton.engine.release;

import java.util.List;

/** Says what would come out differently. Asked before a deployment, never while one waits. */
public interface ReleaseForecast {

  /** In words with numbers; empty if nothing would, or if there is nothing to compare with. */
  List<ReleaseConsequence> consequences(Release release);
}
