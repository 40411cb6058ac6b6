package dev.baton.incident;

import dev.baton.engine.Actor;
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

  @Enumerated(EnumType.STRING)
  private Visibility visibility;

  protected JournalEntry() {}

  JournalEntry(
      long incidentId, Instant at, JournalKind kind, Actor actor, String text, String note) {
    this.incidentId = incidentId;
    this.at = at;
    this.kind = kind;
    this.actor = actor.name();
    this.origin = actor.origin();
    this.text = text;
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
    return new TimelineText(at, kind.name(), actor, entry(forClient).text(), visibility, null);
  }

  public TimelineEntry entry(boolean forClient) {
    boolean noteIsShown = note != null && (!forClient || kind.isNoteForClient());
    return new TimelineEntry(
        at, kind.name(), actor, origin, noteIsShown ? text + " " + note : text, visibility);
  }
}
