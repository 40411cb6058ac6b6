package dev.baton.escalation;

import dev.baton.incident.LocalizableTextConverter;
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

/** One entry in the log of an escalation. */
@Entity
class EscalationLogEntry {

  private static final int LONGEST = 2_000;

  /** The kind of entry. */
  enum EscalationLogEntryKind {
    RAISED,
    SKIPPED,
    TOLD,
    SILENT,
    GAP,
    WAITS,
    ACKNOWLEDGED,
    DECIDED,
    SETTLED,
    WITHDRAWN,
    NOT_CLIMBED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "escalation_log_entry_seq")
  @SequenceGenerator(
      name = "escalation_log_entry_seq",
      sequenceName = "escalation_log_entry_seq",
      allocationSize = 50)
  private Long id;

  @SuppressWarnings("UnusedVariable") // SQL reads the column
  private long escalationId;

  private Instant at;

  @Enumerated(EnumType.STRING)
  private EscalationLogEntryKind kind;

  private int rung;
  private int round;
  private String person;
  private String standsInFor;
  private Instant dueAt;
  private String actor;
  private String text;

  @Convert(converter = LocalizableTextConverter.class)
  private LocalizableText message;

  @SuppressWarnings("UnusedVariable") // SQL reads the column
  private String source;

  protected EscalationLogEntry() {}

  EscalationLogEntry(
      Escalation escalation, Instant at, String actor, EscalationLogEntryKind kind, String text) {
    this.escalationId = escalation.id();
    this.at = at;
    this.actor = actor;
    this.kind = kind;
    this.rung = escalation.rung();
    this.round = escalation.round();
    this.text = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  EscalationLogEntry from(String whatRaisedIt) {
    source = whatRaisedIt;
    return this;
  }

  EscalationLogEntry about(String who, String whoseDeputy, Instant until) {
    person = who;
    standsInFor = whoseDeputy;
    dueAt = until;
    return this;
  }

  /** The same as its text, for readers of any language. */
  EscalationLogEntry saying(LocalizableText words) {
    message = words;
    return this;
  }

  EscalationLogEntryKind kind() {
    return kind;
  }

  String person() {
    return person;
  }

  int round() {
    return round;
  }

  EscalationView.Entry view() {
    return new EscalationView.Entry(
        at, kind.name(), rung, round, person, standsInFor, dueAt, actor, text, message);
  }
}
