package dev.baton.notification;

/** The reasons for not sending a notification. */
public enum Suppression {
  NO_ADDRESS("No address is known."),
  OWN_ADDRESS("The address is our own."),
  MACHINE("Only a machine reads this address."),
  SILENCE("A machine answers there."),
  CAP_ADDRESS("The address had too many automatic messages within an hour."),
  CAP_INCIDENT("The address had too many automatic messages about the incident within an hour."),
  OVERTAKEN("The incident has gone on since.");

  private final String words;

  Suppression(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
