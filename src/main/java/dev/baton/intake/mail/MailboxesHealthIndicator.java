package dev.baton.intake.mail;

import dev.baton.intake.mail.IncomingMailSettings.MailboxSettings;
import dev.baton.intake.mail.IncomingMailState.BoxState;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Out of service if a configured mailbox was not read to its end for five polls, and at least two
 * minutes. Informs people and does not affect readiness, since another node could not read it
 * either.
 */
@Component
class MailboxesHealthIndicator extends AbstractHealthIndicator {

  private static final Duration LEAST = Duration.ofMinutes(2);

  private final Mailboxes mailboxes;
  private final IncomingMailState state;
  private final MailSenders senders;

  MailboxesHealthIndicator(Mailboxes mailboxes, IncomingMailState state, MailSenders senders) {
    super("The mailboxes' state cannot be read");
    this.mailboxes = mailboxes;
    this.state = state;
    this.senders = senders;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Map<String, BoxState> states =
        state.boxes().stream().collect(Collectors.toMap(BoxState::name, Function.identity()));
    boolean isLate = false;
    for (MailboxSettings box : mailboxes.all()) {
      BoxState left = states.getOrDefault(box.name(), new BoxState(box.name(), null, null));
      isLate |= isLate(box, left);
      health.withDetail(
          box.name(),
          senders.canVerify(box.name())
              ? words(left)
              : words(left) + "; no sender can be verified: set baton.mail.authserv-ids");
    }
    (isLate ? health.outOfService() : health.up()).build();
  }

  private static boolean isLate(MailboxSettings box, BoxState left) {
    Duration polls = box.poll().multipliedBy(5);
    long limit = (polls.compareTo(LEAST) < 0 ? LEAST : polls).toSeconds();
    return left.readSecondsAgo() == null ? left.trouble() != null : left.readSecondsAgo() > limit;
  }

  private static String words(BoxState left) {
    String read =
        left.readSecondsAgo() == null
            ? "never read"
            : "read %d seconds ago".formatted(left.readSecondsAgo());
    return left.trouble() == null ? read : read + "; " + left.trouble();
  }
}
