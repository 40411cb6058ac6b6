package dev.baton.desk.template;

/** Somebody has changed or deleted a template or macro since it was read: nothing was stored. */
public class ChangedMeanwhile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ChangedMeanwhile(String kind, long id) {
    super("The %s %d has been changed or deleted in the meantime.".formatted(kind, id));
  }
}
