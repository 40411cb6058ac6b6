package dev.baton.admin.web;

/** How far the desk is set up. */
public interface SetUpProgress {

  /**
   * @param done the steps that are done, of those that every desk needs
   */
  record Count(int done, int all) {

    public boolean isComplete() {
      return done == all;
    }
  }

  Count now();
}
