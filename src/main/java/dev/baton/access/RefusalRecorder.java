package dev.baton.access;

/** Records what people were not allowed to do. */
public interface RefusalRecorder {

  /** Records that the acting person was refused; stored when this returns. */
  void record(Permission permission);
}
