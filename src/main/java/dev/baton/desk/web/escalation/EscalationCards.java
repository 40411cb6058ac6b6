package dev.baton.desk.web.escalation;

import static java.util.function.Function.identity;

import dev.baton.access.Permission;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.TimeLeft;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.escalation.EscalationCard.Choice;
import dev.baton.desk.web.escalation.LadderLines.LadderLine;
import dev.baton.escalation.Decision;
import dev.baton.escalation.EscalationState;
import dev.baton.escalation.EscalationView;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Level;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.sla.ObligationView;
import dev.baton.sla.Obligations;
import dev.baton.sla.clock.ClockState;
import dev.baton.staff.StaffDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Renders escalations with their incidents for people who read, answer and decide. */
@Component
public class EscalationCards {

  /** A longer ladder folds its beginning. */
  private static final int SHOWN = 5;

  private final IncidentSearch incidents;
  private final Obligations obligations;
  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final LadderLines ladders;
  private final TimeLeft timeLeft;
  private final PageAccess access;
  private final PageRenderer pages;
  private final Clock clock;

  EscalationCards(
      IncidentSearch incidents,
      Obligations obligations,
      ClientDirectory clients,
      StaffDirectory staff,
      LadderLines ladders,
      TimeLeft timeLeft,
      PageAccess access,
      PageRenderer pages,
      Clock clock) {
    this.incidents = incidents;
    this.obligations = obligations;
    this.clients = clients;
    this.staff = staff;
    this.ladders = ladders;
    this.timeLeft = timeLeft;
    this.access = access;
    this.pages = pages;
    this.clock = clock;
  }

  /** In their order. */
  public List<EscalationCard> of(List<EscalationView> escalations, Visitor visitor) {
    List<String> numbers = escalations.stream().map(EscalationView::incident).distinct().toList();
    Map<IncidentNumber, IncidentView> about =
        incidents.of(numbers.stream().map(IncidentNumber::new).toList());
    Map<String, List<ObligationView>> promises = obligations.of(numbers);
    Map<Long, ClientView> names =
        clients.clients().stream().collect(Collectors.toMap(ClientView::id, identity()));
    return escalations.stream()
        .map(
            each -> {
              IncidentView incident = about.get(new IncidentNumber(each.incident()));
              return card(
                  each,
                  incident,
                  names.get(incident.clientId()).name(),
                  due(promises.getOrDefault(each.incident(), List.of())),
                  visitor);
            })
        .toList();
  }

  private static Instant due(List<ObligationView> promises) {
    return promises.stream()
        .filter(promise -> promise.state() == ClockState.RUNNING)
        .map(ObligationView::dueAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private EscalationCard card(
      EscalationView escalation,
      IncidentView incident,
      String client,
      Instant due,
      Visitor visitor) {
    Instant now = clock.instant();
    Locale locale = visitor.locale();
    boolean isOpen = escalation.state().isOpen();
    boolean mayAnswer = access.may(Permission.ANSWER_ESCALATIONS);
    boolean isDecided = mayAnswer && escalation.state() == EscalationState.ACKNOWLEDGED;
    List<LadderLine> lines = ladders.of(escalation, visitor, now);
    int folded = lines.size() > SHOWN + 1 ? lines.size() - SHOWN : 0;
    return new EscalationCard(
        escalation.id(),
        escalation.incident(),
        incident.subject(),
        client,
        incident.priority() == null ? null : incident.priority().name(),
        pages.name("status", incident.status(), locale),
        due == null || incident.status().isFinal() ? null : timeLeft.of(due, now, visitor),
        isOpen && visitor.caller().login().equals(escalation.responder()),
        isOpen,
        pages.words(
            "escalations.because",
            locale,
            pages.name("entry.trigger", escalation.trigger(), locale)),
        visitor.at(escalation.startedAt(), now),
        rung(escalation, locale),
        state(escalation, visitor, now),
        escalation.dueAt() != null && escalation.dueAt().isBefore(now),
        mayAnswer && escalation.state() == EscalationState.TOLD,
        isDecided ? decisions(locale) : List.of(),
        isDecided ? levels(incident.impact(), locale) : List.of(),
        isDecided ? levels(incident.urgency(), locale) : List.of(),
        lines.subList(0, folded),
        lines.subList(folded, lines.size()));
  }

  private String rung(EscalationView escalation, Locale locale) {
    if (escalation.rung() == 0) {
      return null;
    }
    return escalation.ladder().stream()
        .filter(each -> each.rung().number() == escalation.rung())
        .findFirst()
        .map(
            each ->
                pages.words(
                    "escalations.rung",
                    locale,
                    escalation.rung(),
                    pages.name("people.role", each.rung().role(), locale)))
        .orElse(null);
  }

  /** Whom we ask now, and until when; or how it ended. */
  private String state(EscalationView escalation, Visitor visitor, Instant now) {
    String key = "escalations.state." + escalation.state().name();
    boolean isTheirs = visitor.caller().login().equals(escalation.responder());
    boolean isAnswered = escalation.responder() != null && escalation.state().isOpen();
    return pages.words(
        isAnswered && isTheirs ? key + ".mine" : key,
        visitor.locale(),
        escalation.responder() == null ? "" : staff.name(escalation.responder()),
        visitor.at(escalation.state().isOpen() ? escalation.dueAt() : escalation.endedAt(), now));
  }

  /** What somebody decides has to be within their rights. */
  private List<Choice> decisions(Locale locale) {
    return Arrays.stream(Decision.values())
        .filter(
            decision ->
                switch (decision) {
                  case REASSIGN, ADD_PERSON, TAKE_OVER -> access.may(Permission.WORK);
                  case REPRIORITISE -> access.may(Permission.REPRIORITISE);
                  case TELL_CLIENT -> access.may(Permission.ADD_CONTACT);
                  case STAND_DOWN -> true;
                })
        .map(
            decision ->
                new Choice(
                    decision.name(), pages.name("escalations.decision", decision, locale), false))
        .toList();
  }

  private List<Choice> levels(Level now, Locale locale) {
    return Arrays.stream(Level.values())
        .map(level -> new Choice(level.name(), pages.name("level", level, locale), level == now))
        .toList();
  }
}
