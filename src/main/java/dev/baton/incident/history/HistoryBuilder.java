package dev.baton.incident.history;

import dev.baton.engine.Actor;
import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.JournalKind;
import dev.baton.incident.Level;
import dev.baton.incident.Visibility;
import dev.baton.incident.history.HistoryEvent.HistoryContact;
import dev.baton.incident.history.IncidentHistory.HistoryGap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Puts the journal and the contacts of one incident together. */
final class HistoryBuilder {

  /** The flow notes a reply at once, or in a job that runs right after. */
  private static final Duration UNTIL_NOTED = Duration.ofSeconds(10);

  private final String number;
  private final String client;
  private final long requesterId;
  private final boolean vip;
  private final Channel channel;
  private final String subject;
  private final String category;
  private final String service;
  private final Level lastImpact;
  private final Level lastUrgency;
  private final String teamAsked;
  private final Instant openedAt;
  private final List<HistoryEvent> events = new ArrayList<>();
  private final List<HistoryEvent> contacts = new ArrayList<>();
  private final List<Instant> replies = new ArrayList<>();
  private final List<HistoryGap> gaps = new ArrayList<>();
  private Optional<Level[]> formerLevels;

  /**
   * @param lastImpact as it is now, as urgency
   * @param teamAsked the team that a person has asked for, at any time; null for none
   */
  HistoryBuilder(
      String number,
      String client,
      long requesterId,
      boolean vip,
      Channel channel,
      String subject,
      String category,
      String service,
      Level lastImpact,
      Level lastUrgency,
      String teamAsked,
      Instant openedAt) {
    this.number = number;
    this.client = client;
    this.requesterId = requesterId;
    this.vip = vip;
    this.channel = channel;
    this.subject = subject;
    this.category = category;
    this.service = service;
    this.lastImpact = lastImpact;
    this.lastUrgency = lastUrgency;
    this.teamAsked = teamAsked;
    this.openedAt = openedAt;
  }

  /** The entries of the journal, in their order. */
  void add(Instant at, JournalKind kind, Actor actor, String text, UnaryOperator<String> login) {
    if (kind == JournalKind.REPLIED) {
      replies.add(at);
      return;
    }
    try {
      Optional<HistoryEvent> event = JournalText.event(at, kind, actor, text, login);
      event.ifPresent(events::add);
      if (formerLevels == null
          && event.filter(is -> is.kind() == HistoryEventKind.REASSESSED).isPresent()) {
        formerLevels = JournalText.formerLevels(text);
      }
    } catch (JournalText.Unreadable e) {
      gaps.add(HistoryGap.UNREADABLE_ENTRY);
    }
  }

  /** The contacts, in their order; that of the report is the report itself. */
  void add(
      Instant at,
      Actor actor,
      ContactKind kind,
      Direction direction,
      Channel said,
      Visibility visibility) {
    if (at.isAfter(openedAt)) {
      contacts.add(
          HistoryEvent.of(at, HistoryEventKind.CONTACT, actor)
              .withContact(new HistoryContact(kind, direction, said, visibility, true)));
    }
  }

  IncidentHistory build() {
    boolean isReassigned =
        events.stream().anyMatch(event -> event.kind() == HistoryEventKind.REASSIGNED);
    if (teamAsked != null && isReassigned) {
      gaps.add(HistoryGap.REQUESTED_TEAM);
    }
    if (formerLevels != null && formerLevels.isEmpty()) {
      gaps.add(HistoryGap.FORMER_LEVELS);
    }
    Level[] levels = levels();
    return new IncidentHistory(
        number,
        client,
        requesterId,
        vip,
        channel,
        subject,
        category,
        service,
        levels[0],
        levels[1],
        isReassigned ? null : teamAsked,
        openedAt,
        inOrder(),
        List.copyOf(gaps));
  }

  private Level[] levels() {
    if (formerLevels != null && formerLevels.isPresent()) {
      return formerLevels.get();
    }
    return events.stream()
        .filter(event -> event.kind() == HistoryEventKind.REASSESSED)
        .findFirst()
        .map(first -> new Level[] {first.impact(), first.urgency()})
        .orElseGet(() -> new Level[] {lastImpact, lastUrgency});
  }

  /** What was said comes before what the flow did about it at the same instant. */
  private List<HistoryEvent> inOrder() {
    List<HistoryEvent> all = new ArrayList<>();
    if (events.stream().noneMatch(event -> event.kind() == HistoryEventKind.REPORTED)) {
      all.add(HistoryEvent.of(openedAt, HistoryEventKind.REPORTED, Actor.FLOW));
    }
    contacts.forEach(contact -> all.add(heard(contact)));
    all.addAll(events);
    all.sort(
        Comparator.comparing((HistoryEvent event) -> event.kind() != HistoryEventKind.REPORTED)
            .thenComparing(HistoryEvent::at));
    return List.copyOf(all);
  }

  private HistoryEvent heard(HistoryEvent event) {
    HistoryContact said = event.contact();
    boolean isReply = said.direction() == Direction.IN && said.visibility() == Visibility.CLIENT;
    boolean isTold =
        !isReply
            || replies.stream()
                .anyMatch(
                    noted ->
                        !noted.isBefore(event.at())
                            && noted.isBefore(event.at().plus(UNTIL_NOTED)));
    return event.withContact(
        new HistoryContact(
            said.kind(), said.direction(), said.channel(), said.visibility(), isTold));
  }
}
