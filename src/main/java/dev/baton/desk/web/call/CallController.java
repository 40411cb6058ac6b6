package dev.baton.desk.web.call;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.SubmittedForms;
import dev.baton.desk.web.TimeLeft;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Visibility;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.contact.NewContact;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Supports "Log a contact" and "Log a call" while an agent types, and adds further contacts to an
 * incident.
 */
@RestController
@Hidden
class CallController {

  private static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");

  private final CallerSuggestions callers;
  private final OpenIncidentsOfCaller open;
  private final TimeLeft timeLeft;
  private final ContactLog contacts;
  private final SubmittedForms sent;
  private final PageAccess access;
  private final PageRenderer pages;
  private final TransactionOperations transaction;
  private final Clock clock;

  CallController(
      CallerSuggestions callers,
      OpenIncidentsOfCaller open,
      TimeLeft timeLeft,
      ContactLog contacts,
      SubmittedForms sent,
      PageAccess access,
      PageRenderer pages,
      TransactionOperations transaction,
      Clock clock) {
    this.callers = callers;
    this.open = open;
    this.timeLeft = timeLeft;
    this.contacts = contacts;
    this.sent = sent;
    this.access = access;
    this.pages = pages;
    this.transaction = transaction;
    this.clock = clock;
  }

  @GetMapping(path = "/desk/calls/suggestions", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CallerSuggestions.Suggestions> suggestions(
      @RequestParam(defaultValue = "") String q, @RequestParam(required = false) String client) {
    access.visitor(Permission.LOG_CONTACT);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(callers.of(q, client));
  }

  /** The caller's open incidents, each with a button to add the call to it. */
  @GetMapping("/desk/calls/open")
  ResponseEntity<String> open(
      @RequestParam(defaultValue = "") String client,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String name) {
    Visitor visitor = access.visitor(Permission.LOG_CONTACT);
    Instant now = clock.instant();
    List<CallerIncidentRow> lines =
        open.of(client, email, name).stream()
            .map(
                found ->
                    new CallerIncidentRow(
                        found.number(),
                        found.subject(),
                        found.status().name(),
                        pages.name("status", found.status(), visitor.locale()),
                        found.priority(),
                        found.requester(),
                        visitor.at(found.openedAt(), now),
                        found.dueAt() == null ? null : timeLeft.of(found.dueAt(), now, visitor),
                        found.theirs()))
            .toList();
    return html(
        pages.part(
            "call",
            "open",
            visitor.locale(),
            Map.of(
                "lines",
                lines,
                "theirs",
                lines.stream().anyMatch(CallerIncidentRow::theirs),
                "once",
                UUID.randomUUID().toString())));
  }

  /**
   * An open incident shown beside the form.
   *
   * @param due null if no clock runs
   */
  record CallerIncidentRow(
      String number,
      String subject,
      String status,
      String statusWords,
      String priority,
      String requester,
      String opened,
      TimeLeft.Deadline due,
      boolean theirs) {}

  /** Adds a contact to the incident instead of creating a duplicate. */
  @PostMapping("/desk/incidents/{number}/calls")
  ResponseEntity<String> add(
      @PathVariable String number,
      @RequestParam(defaultValue = "PHONE") String channel,
      @RequestParam(required = false) String from,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) String once) {
    Visitor visitor = access.visitor(Permission.LOG_CONTACT);
    IncidentView incident = access.incident(visitor, number);
    NewContact contact =
        new NewContact(
            new IncidentNumber(incident.number()),
            ContactKind.INCIDENT,
            null,
            Direction.IN,
            channel(channel),
            from == null || from.isBlank() ? incident.requester().name() : from,
            null,
            text,
            Visibility.CLIENT);
    transaction.executeWithoutResult(
        status -> {
          if (sent.isNew(once, visitor.caller().login())) {
            contacts.log(contact);
          }
        });
    return html(pages.part("call", "added", visitor.locale(), Map.of("number", incident.number())));
  }

  private static Channel channel(String name) {
    return Arrays.stream(Channel.values())
        .filter(channel -> channel.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new InvalidInput("channel", LocalizableText.of("refused.call.channel", name)));
  }

  private static ResponseEntity<String> html(String body) {
    return ResponseEntity.ok().contentType(HTML).cacheControl(CacheControl.noStore()).body(body);
  }
}
