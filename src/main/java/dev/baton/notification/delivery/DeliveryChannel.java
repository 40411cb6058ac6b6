package dev.baton.notification.delivery;

import dev.baton.notification.ChannelKind;
import dev.baton.notification.Recipient;
import java.time.Instant;
import java.util.Optional;

/**
 * One way to deliver. Another way is another bean of this type; where it has a health, it is a
 * {@code HealthIndicator} too.
 */
public interface DeliveryChannel {

  ChannelKind kind();

  /** Where this reader is reached on this channel; empty where the reader is not. */
  default Optional<String> addressOf(Recipient recipient) {
    return Optional.ofNullable(
        switch (kind()) {
          case MAIL -> recipient.email();
          case INBOX -> recipient.login();
          case WEBHOOK -> null;
        });
  }

  /**
   * Delivers, or hands over to who delivers; called outside any transaction, perhaps twice for the
   * same message when a node dies in between.
   *
   * @throws Undeliverable if trying again is of no use
   * @throws ChannelDown if it may go later
   * @throws NotYet if it was not tried
   */
  Handover send(OutgoingMessage message);

  /** Whether the recipient has it, or somebody who will bring it. */
  enum Handover {
    /** Accepted by the next server: it may still come back. */
    SENT,
    /** With the recipient. */
    DELIVERED
  }

  /** The address is bad: a person must mend it. Its message is the other side's words. */
  class Undeliverable extends RuntimeException {
    public Undeliverable(String words) {
      super(words);
    }
  }

  /** The way is closed for now. */
  class ChannelDown extends RuntimeException {
    public ChannelDown(String words, Throwable cause) {
      super(words, cause);
    }
  }

  /** Not tried, for more waits than may go at once: ask again then. It counts as no try. */
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
