package dev.baton.notification.delivery;

/** How to know our own mail. */
public interface OwnAddresses {

  /** Whether mail to this address comes to us, or mail from it comes from us. */
  boolean isOurs(String email);

  /** Whether this value of {@code X-Baton-Loop} is what we send. */
  boolean isOurMark(String loopMark);
}
