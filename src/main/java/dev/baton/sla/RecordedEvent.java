package dev.baton.sla;

import dev.baton.incident.HoldReason;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.TermsLookup;
import dev.baton.sla.clock.ClockEvent;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of the ledger: an event that affected an incident's clocks. Never changed. */
@Entity
@Table(name = "clock_event")
class RecordedEvent {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "clock_event_seq")
  @SequenceGenerator(
      name = "clock_event_seq",
      sequenceName = "clock_event_seq",
      allocationSize = 50)
  private Long id;

  @SuppressWarnings("UnusedVariable") // SQL reads the column
  private String incident;

  private Instant at;

  @Enumerated(EnumType.STRING)
  private ClockEvent.Type type;

  /** The obligation that was retargeted; null for events that concern all of them. */
  @Enumerated(EnumType.STRING)
  private ObligationKind kind;

  @Enumerated(EnumType.STRING)
  private HoldReason reason;

  @Embedded private EmbeddedTermsKey terms;
  private String actor;

  protected RecordedEvent() {}

  RecordedEvent(String incident, ObligationKind kind, ClockEvent event) {
    this.incident = incident;
    this.kind = kind;
    this.at = event.at();
    this.type = event.type();
    this.reason = event.reason();
    this.terms = event.terms() == null ? null : EmbeddedTermsKey.of(event.terms().key());
    this.actor = event.actor();
  }

  boolean concerns(ObligationKind obligation) {
    return kind == null || kind == obligation;
  }

  ClockEvent event(TermsLookup known) {
    return new ClockEvent(at, type, reason, terms == null ? null : known.terms(terms.key()), actor);
  }
}
