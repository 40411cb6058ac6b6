package dev.baton.engine;

/** No deployed flow has a start event for the message. */
public class NoFlowForMessage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoFlowForMessage(String message, Throwable cause) {
    super(
        "No deployed flow starts with the message '%s'. Deploy a flow with a start event for it."
            .formatted(message),
        cause);
  }
}
