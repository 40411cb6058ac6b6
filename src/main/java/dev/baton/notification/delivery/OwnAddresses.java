package dev.baton.notification.delivery;

/** Recognises our own mail. */
public interface OwnAddresses {

  /** Whether the address is one of ours. */
  boolean isOurs(String email);

  /** Whether this is the value that we send as {@code X-Baton-Loop}. */
  boolean isOurMark(String loopMark);
}
