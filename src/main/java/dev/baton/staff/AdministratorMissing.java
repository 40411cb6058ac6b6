package dev.baton.staff;

/** The desk has no administrator and the settings do not create one; the message says why. */
class AdministratorMissing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AdministratorMissing(String message) {
    super(message);
  }
}
