package dev.baton.notification.delivery;

import dev.baton.notification.ChannelKind;
import dev.baton.notification.Recipient;
import java.time.Instant;
import java.util.Optional;

/**
 * One way to deliver. To add another, add a bean of this type; if it has a health state, it is also
 * a {@code HealthIndicator}.
 */
public interface DeliveryChannel {

  ChannelKind kind();

  /**
   * Returns the recipient's address on this channel; empty if the recipient cannot be reached on
   * it.
   */
  default Optional<String> addressOf(Recipient recipient) {
    return Optional.ofNullable(
        switch (kind()) {
          case MAIL -> recipient.email();
          case INBOX -> recipient.login();
          case WEBHOOK -> null;
        });
  }

  /**
   * Delivers the message or hands it to the next server. Called outside any transaction, and
   * possibly twice for the same message if a node dies in between.
   *
   * @throws Undeliverable if trying again would not help
   * @throws ChannelDown if it may succeed later
   * @throws NotYet if it was not attempted
   */
  Handover send(OutgoingMessage message);

  /** Whether the recipient has the message, or a server that will deliver it. */
  enum Handover {
    /** The next server accepted it; it may still bounce. */
    SENT,
    /** The recipient has it. */
    DELIVERED
  }

  /**
   * The address is bad and a person must correct it. The exception's message is what the other
   * server said.
   */
  class Undeliverable extends RuntimeException {
    public Undeliverable(String words) {
      super(words);
    }
  }

  /** The channel is down for now. */
  class ChannelDown extends RuntimeException {
    public ChannelDown(String words, Throwable cause) {
      super(words, cause);
    }
  }

  /**
   * Not attempted, because too many messages are waiting: ask again at that time. Does not count as
   * an attempt.
   */
  class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Instant until;

    public NotYet(Instant until) {
      super("More is queued than may go at once.");
      this.until = until;
    }

    public Instant until() {
      return until;
    }
  }
}
