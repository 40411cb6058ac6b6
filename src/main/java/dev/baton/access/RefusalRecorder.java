package dev.baton.access;

/** Keeps on record what people were not allowed to do. */
public interface RefusalRecorder {

  /** Whoever acts now was refused; recorded when this returns. */
  void record(Permission permission);
}
