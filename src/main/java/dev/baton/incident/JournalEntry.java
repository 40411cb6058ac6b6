package dev.baton.incident;

import dev.baton.engine.Actor;
import dev.baton.web.text.LocalizableText;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;

/** One line of an incident's journal: who did what, when, from where. Never changed. */
@Entity
public class JournalEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "journal_entry_seq")
  @SequenceGenerator(
      name = "journal_entry_seq",
      sequenceName = "journal_entry_seq",
      allocationSize = 50)
  private Long id;

  @SuppressWarnings("UnusedVariable") // SQL reads the column
  private long incidentId;

  private Instant at;

  @Enumerated(EnumType.STRING)
  private JournalKind kind;

  private String actor;
  private String origin;
  private String text;
  private String note;

  @Convert(converter = LocalizableTextConverter.class)
  private LocalizableText message;

  @Enumerated(EnumType.STRING)
  private Visibility visibility;

  protected JournalEntry() {}

  JournalEntry(
      long incidentId,
      Instant at,
      JournalKind kind,
      Actor actor,
      String text,
      LocalizableText message,
      String note) {
    this.incidentId = incidentId;
    this.at = at;
    this.kind = kind;
    this.actor = actor.name();
    this.origin = actor.origin();
    this.text = text;
    this.message = message;
    this.note = note;
    this.visibility = kind.visibility();
  }

  public Long id() {
    return id;
  }

  Visibility visibility() {
    return visibility;
  }

  public TimelineText line(boolean forClient) {
    return new TimelineText(
        id, at, kind.name(), actor, text, message, shownNote(forClient), visibility, null);
  }

  public TimelineEntry entry(boolean forClient) {
    String shown = shownNote(forClient);
    return new TimelineEntry(
        at, kind.name(), actor, origin, shown == null ? text : text + " " + shown, visibility);
  }

  private String shownNote(boolean forClient) {
    return forClient && !kind.isNoteForClient() ? null : note;
  }
}
