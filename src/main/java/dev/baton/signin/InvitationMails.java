package dev.baton.signin;

import dev.baton.engine.EngineSignIn.Known;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells whoever sends mail which invitations are to go out. Each attempt has a link of its own,
 * which exists in the mail alone; a node that dies while it sends leaves the invitation to the
 * others.
 */
@Service
public class InvitationMails {

  public static final Duration VALID = Duration.ofDays(7);

  private static final Duration LONGEST_SENDING = Duration.ofMinutes(5);
  private static final Duration SHOWN = Duration.ofDays(30);
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1));
  private static final int TOKEN_BYTES = 32;

  private final StoredInvitations stored;
  private final StaffDirectory staff;
  private final UserCache people;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  InvitationMails(StoredInvitations stored, StaffDirectory staff, UserCache people, Clock clock) {
    this.stored = stored;
    this.staff = staff;
    this.people = people;
    this.clock = clock;
  }

  /**
   * A mail to send.
   *
   * @param by name of who invites
   * @param token the secret end of the link
   * @param tries how often it was attempted, with this one
   */
  public record Draft(AgentView agent, String by, String token, Instant expiresAt, int tries) {}

  /** The next one, which no other node gets meanwhile; empty if none is due. */
  @Transactional
  public Optional<Draft> due() {
    Instant now = clock.instant();
    return stored.due(now).stream()
        .map(one -> draft(one, now))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Forgets those that expired long ago. */
  @Transactional
  public void removeOld() {
    stored.removeOlderThan(SHOWN, clock.instant());
  }

  private Optional<Draft> draft(Invitation due, Instant now) {
    Optional<AgentView> agent =
        staff.agent(due.login()).filter(one -> one.active() && one.email() != null);
    Optional<Known> account = people.findAnew(due.login());
    if (agent.isEmpty() || account.isEmpty()) {
      stored.remove(due.login());
      return Optional.empty();
    }
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant end = now.plus(VALID);
    boolean isOurs =
        stored.claim(due, token, account.get().credentials(), end, now.plus(LONGEST_SENDING));
    return isOurs
        ? Optional.of(
            new Draft(agent.get(), staff.name(due.invitedBy()), token, end, due.tries() + 1))
        : Optional.empty();
  }

  /** A server took the mail. */
  @Transactional
  public void sent(Draft draft) {
    stored.sent(draft.token(), clock.instant());
  }

  /** It will be sent at another time: the server takes no more for now. */
  @Transactional
  public void deferred(Draft draft, String words, Instant until) {
    stored.failed(draft.token(), words, until);
  }

  /** It will be sent later, at the latest an hour from now. */
  @Transactional
  public void postponed(Draft draft, String words) {
    Duration pause = PAUSES.get(Math.min(draft.tries(), PAUSES.size()) - 1);
    stored.failed(draft.token(), words, clock.instant().plus(pause));
  }

  /** The address is wrong: a person has to correct it and invite once more. */
  @Transactional
  public void undeliverable(Draft draft, String words) {
    stored.failed(draft.token(), words, null);
  }
}
