package dev.baton.incident.history;

import dev.baton.engine.Actor;
import dev.baton.incident.HoldReason;
import dev.baton.incident.JournalKind;
import dev.baton.incident.Level;
import dev.baton.incident.Priority;
import dev.baton.incident.ResolutionCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands the entries of a journal by their words, which are those of {@link
 * dev.baton.incident.IncidentLifecycle} and of the policies of assignment.
 */
final class JournalText {

  private static final Pattern PRIORITY = Pattern.compile("Priority (P\\d)\\.");
  private static final Pattern LEVELS =
      Pattern.compile(
          "Impact (HIGH|MEDIUM|LOW), urgency (HIGH|MEDIUM|LOW)"
              + "(?:; before: (HIGH|MEDIUM|LOW), (HIGH|MEDIUM|LOW))?\\.");
  private static final Pattern ROUTED = Pattern.compile("Routed to team (\\S+)\\.");
  private static final Pattern REASSIGNED =
      Pattern.compile("Reassigned to team (\\S+?)(?:, (\\S+))?\\.");
  private static final Pattern SECOND_LINE =
      Pattern.compile("Passed to second line: team (\\S+)\\.");
  private static final Pattern ASSIGNED = Pattern.compile("(?:Taken by|Assigned to) (\\S+)\\.");
  private static final Pattern GIVEN = Pattern.compile("Assigned to (.+?) by .+: .+");
  private static final Pattern DEPUTY = Pattern.compile(".+: assigned to the deputy, (.+?), .+");
  private static final Pattern HELD =
      Pattern.compile("On hold, waiting for the (\\w+), until (\\S+)\\.");
  private static final Pattern RESOLVED =
      Pattern.compile("(?:Resolved|Resolution amended): (.+)\\.");
  private static final Pattern DUPLICATE = Pattern.compile("Duplicate of (\\S+)\\.");
  private static final String TO_THE_QUEUE = "Returned to the team's queue.";

  private JournalText() {}

  /** Words that no version of Baton has written. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param login the sign-in name for a name; null for an unknown one
   * @return empty for what follows from something else, such as a breach
   * @throws Unreadable if it should be understood and is not
   */
  static Optional<HistoryEvent> event(
      Instant at, JournalKind kind, Actor actor, String text, UnaryOperator<String> login) {
    return Optional.ofNullable(
        switch (kind) {
          case REPORTED -> HistoryEvent.of(at, HistoryEventKind.REPORTED, actor);
          case PRIORITISED -> prioritised(at, actor, text);
          case ROUTED -> team(at, HistoryEventKind.ROUTED, actor, ROUTED, text);
          case REASSIGNED -> team(at, HistoryEventKind.REASSIGNED, actor, REASSIGNED, text);
          case PASSED_TO_SECOND_LINE ->
              team(at, HistoryEventKind.PASSED_TO_SECOND_LINE, actor, SECOND_LINE, text);
          case ASSIGNED -> assigned(at, actor, text, login);
          case QUEUED -> HistoryEvent.of(at, HistoryEventKind.GIVEN, actor);
          case OFFERED_AGAIN -> offeredAgain(at, actor, text, login);
          case STARTED -> HistoryEvent.of(at, HistoryEventKind.STARTED, actor);
          case HELD -> held(at, HistoryEventKind.HELD, actor, text);
          case ASKED -> held(at, HistoryEventKind.ASKED, actor, text);
          case RESUMED -> HistoryEvent.of(at, HistoryEventKind.RESUMED, actor);
          case RESOLVED -> resolved(at, actor, text);
          case REOPENED -> HistoryEvent.of(at, HistoryEventKind.REOPENED, actor);
          case DUPLICATE ->
              HistoryEvent.of(at, HistoryEventKind.DUPLICATE, actor)
                  .withOriginal(match(DUPLICATE, text).group(1));
          case CLOSED -> HistoryEvent.of(at, HistoryEventKind.CLOSED, actor);
          case CANCELLED -> HistoryEvent.of(at, HistoryEventKind.CANCELLED, actor);
          default -> null;
        });
  }

  /** The levels before a reassessment; empty if the entry does not tell them, or is another. */
  static Optional<Level[]> formerLevels(String text) {
    Matcher levels = LEVELS.matcher(text);
    return levels.matches() && levels.group(3) != null
        ? Optional.of(new Level[] {Level.valueOf(levels.group(3)), Level.valueOf(levels.group(4))})
        : Optional.empty();
  }

  private static HistoryEvent prioritised(Instant at, Actor actor, String text) {
    Matcher levels = LEVELS.matcher(text);
    return levels.matches()
        ? HistoryEvent.of(at, HistoryEventKind.REASSESSED, actor)
            .withLevels(Level.valueOf(levels.group(1)), Level.valueOf(levels.group(2)))
        : HistoryEvent.of(at, HistoryEventKind.PRIORITISED, actor)
            .withPriority(Priority.valueOf(match(PRIORITY, text).group(1)));
  }

  private static HistoryEvent team(
      Instant at, HistoryEventKind kind, Actor actor, Pattern words, String text) {
    Matcher team = match(words, text);
    return HistoryEvent.of(at, kind, actor)
        .withTeam(team.group(1), team.groupCount() > 1 ? team.group(2) : null);
  }

  private static HistoryEvent assigned(
      Instant at, Actor actor, String text, UnaryOperator<String> login) {
    if (text.equals(TO_THE_QUEUE)) {
      return HistoryEvent.of(at, HistoryEventKind.ASSIGNED, actor);
    }
    Matcher byHand = ASSIGNED.matcher(text);
    return byHand.matches()
        ? HistoryEvent.of(at, HistoryEventKind.ASSIGNED, actor).withTeam(null, byHand.group(1))
        : HistoryEvent.of(at, HistoryEventKind.GIVEN, actor)
            .withTeam(null, login.apply(match(GIVEN, text).group(1)));
  }

  private static HistoryEvent offeredAgain(
      Instant at, Actor actor, String text, UnaryOperator<String> login) {
    Matcher deputy = DEPUTY.matcher(text);
    return HistoryEvent.of(at, HistoryEventKind.GIVEN, actor)
        .withTeam(null, deputy.matches() ? login.apply(deputy.group(1)) : null);
  }

  private static HistoryEvent held(Instant at, HistoryEventKind kind, Actor actor, String text) {
    Matcher hold = match(HELD, text);
    HoldReason reason =
        Arrays.stream(HoldReason.values())
            .filter(each -> each.words().equals(hold.group(1)))
            .findFirst()
            .orElseThrow(Unreadable::new);
    try {
      return HistoryEvent.of(at, kind, actor).withHold(reason, Instant.parse(hold.group(2)));
    } catch (DateTimeException e) {
      throw new Unreadable();
    }
  }

  private static HistoryEvent resolved(Instant at, Actor actor, String text) {
    String words = match(RESOLVED, text).group(1);
    return HistoryEvent.of(at, HistoryEventKind.RESOLVED, actor)
        .withResolution(
            Arrays.stream(ResolutionCode.values())
                .filter(code -> code.words().equals(words))
                .findFirst()
                .orElseThrow(Unreadable::new));
  }

  private static Matcher match(Pattern words, String text) {
    Matcher matcher = words.matcher(text);
    if (!matcher.matches()) {
      throw new Unreadable();
    }
    return matcher;
  }
}
