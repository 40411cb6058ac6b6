package dev.baton.intake.mail;

import dev.baton.client.ClientDirectory;
import dev.baton.client.RequesterView;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.mail.Mail;
import dev.baton.notification.delivery.SentMailStatus;
import dev.baton.web.text.LocalizableText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds the incident that a mail belongs to: by one of our Message-IDs, whose hash no one can
 * forge; by that of an earlier mail; or by a number in the subject. The weaker the evidence, the
 * better the sender must be known.
 */
@Component
class MailThreads {

  private static final Pattern NUMBER =
      Pattern.compile("\\bINC-\\d{4}-\\d{6,9}\\b", Pattern.CASE_INSENSITIVE);

  private final SentMailStatus sent;
  private final ProcessedMessages taken;
  private final IncidentSearch incidents;
  private final ClientDirectory clients;
  private final MailParticipants participants;

  MailThreads(
      SentMailStatus sent,
      ProcessedMessages taken,
      IncidentSearch incidents,
      ClientDirectory clients,
      MailParticipants participants) {
    this.sent = sent;
    this.taken = taken;
    this.incidents = incidents;
    this.clients = clients;
    this.participants = participants;
  }

  MailThread of(Mail mail) {
    List<String> named = named(mail);
    Optional<IncidentView> ours = first(named, sent::incidentOf);
    if (ours.isPresent()) {
      return new MailThread(
          ours.get(), mayAnswerOurs(mail, ours.get()), LocalizableText.of("triage.thread.ours"));
    }
    Optional<IncidentView> earlier = first(named, taken::incidentOf);
    if (earlier.isPresent()) {
      boolean trusted = takesPart(mail, earlier.get()) || isOfItsClient(mail, earlier.get());
      return new MailThread(earlier.get(), trusted, LocalizableText.of("triage.thread.earlier"));
    }
    return first(numbers(mail.subject()), IncidentNumber::parse)
        .map(
            incident ->
                new MailThread(
                    incident,
                    takesPart(mail, incident),
                    LocalizableText.of("triage.thread.number")))
        .orElse(MailThread.NONE);
  }

  /** The Message-IDs it replies to: first the direct one, then the earlier ones, newest first. */
  static List<String> named(Mail mail) {
    List<String> references = new ArrayList<>(mail.references());
    Collections.reverse(references);
    List<String> named = new ArrayList<>(mail.inReplyTo());
    named.addAll(references);
    return named.stream().distinct().toList();
  }

  private Optional<IncidentView> first(
      List<String> signs, Function<String, Optional<IncidentNumber>> incidentOf) {
    return signs.stream()
        .map(incidentOf)
        .flatMap(Optional::stream)
        .map(incidents::find)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * Anyone who has our Message-ID got it from the client, so they are trusted unless they belong to
   * another client.
   */
  private boolean mayAnswerOurs(Mail mail, IncidentView incident) {
    Set<Long> theirs = clientsOf(mail);
    return theirs.isEmpty() || theirs.contains(incident.clientId()) || takesPart(mail, incident);
  }

  private boolean isOfItsClient(Mail mail, IncidentView incident) {
    return clientsOf(mail).contains(incident.clientId());
  }

  private boolean takesPart(Mail mail, IncidentView incident) {
    return mail.from() != null && participants.takesPart(incident, mail.from().email());
  }

  private Set<Long> clientsOf(Mail mail) {
    return mail.from() == null
        ? Set.of()
        : clients.requestersWith(mail.from().email()).stream()
            .map(RequesterView::clientId)
            .collect(Collectors.toSet());
  }

  private static List<String> numbers(String subject) {
    List<String> numbers = new ArrayList<>();
    Matcher number = NUMBER.matcher(subject);
    while (number.find()) {
      numbers.add(number.group().toUpperCase(Locale.ROOT));
    }
    return numbers;
  }
}
