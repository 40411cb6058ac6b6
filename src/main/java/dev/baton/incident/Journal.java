package dev.baton.incident;

import dev.baton.engine.ActingPerson;
import dev.baton.engine.Actor;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.TextInput;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes and reads the journals of incidents. */
@Component
public class Journal {

  private static final int LONGEST_TEXT = 500;

  private final EntityManager entities;
  private final ActingPerson actingPerson;
  private final MessageSource messages;
  private final Clock clock;

  Journal(EntityManager entities, ActingPerson actingPerson, MessageSource messages, Clock clock) {
    this.entities = entities;
    this.actingPerson = actingPerson;
    this.messages = messages;
    this.clock = clock;
  }

  public void write(Incident incident, JournalKind kind, LocalizableText message) {
    write(incident, kind, message, null);
  }

  public void write(Incident incident, JournalKind kind, LocalizableText message, String note) {
    write(incident, kind, actingPerson.current(), message, note);
  }

  /** Writes what somebody did earlier and what takes effect now. */
  void write(
      Incident incident, JournalKind kind, Actor actor, LocalizableText message, String note) {
    String text = TextInput.shortened(messages.getMessage(message, Locale.ENGLISH), LONGEST_TEXT);
    entities.persist(
        new JournalEntry(incident.id(), clock.instant(), kind, actor, text, message, note));
  }

  /** Who wrote the last entry of that kind. */
  public Optional<String> lastActor(Incident incident, JournalKind kind) {
    return entities
        .createQuery(
            "select e.actor from JournalEntry e where e.incidentId = :incident and e.kind = :kind"
                + " order by e.at desc, e.id desc",
            String.class)
        .setParameter("incident", incident.id())
        .setParameter("kind", kind)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The note of the last entry of that kind since then. */
  Optional<WrittenText> lastNote(Incident incident, JournalKind kind, Instant since) {
    return entities
        .createQuery(
            "select new dev.baton.incident.WrittenText(e.note, e.actor) from JournalEntry e"
                + " where e.incidentId = :incident and e.kind = :kind and e.at >= :since"
                + " and e.note is not null order by e.at desc, e.id desc",
            WrittenText.class)
        .setParameter("incident", incident.id())
        .setParameter("kind", kind)
        .setParameter("since", since)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
