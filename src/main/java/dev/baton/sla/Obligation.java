package dev.baton.sla;

import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Terms;
import dev.baton.sla.clock.ClockCalculator;
import dev.baton.sla.clock.ClockSnapshot;
import dev.baton.sla.clock.ClockState;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.annotations.DynamicUpdate;

/**
 * One promise on one incident. The last state of its clock is stored for lists; the authoritative
 * state is always computed from the terms and the events by {@link ClockCalculator}.
 */
@Entity
@DynamicUpdate
class Obligation {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "obligation_seq")
  @SequenceGenerator(name = "obligation_seq", sequenceName = "obligation_seq", allocationSize = 50)
  private Long id;

  @Version private long version;

  @Column(updatable = false)
  private String incident;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ObligationKind kind;

  /** The terms under which the incident was opened. */
  @Embedded
  @AttributeOverride(name = "agreementVersion", column = @Column(name = "agreement_version"))
  @AttributeOverride(name = "promise", column = @Column(name = "promise"))
  @AttributeOverride(name = "calendarVersion", column = @Column(name = "calendar_version"))
  @AttributeOverride(name = "updateMinutes", column = @Column(name = "update_minutes"))
  private EmbeddedTermsKey agreed;

  @Column(updatable = false)
  private Instant openedAt;

  @Enumerated(EnumType.STRING)
  private ClockState state;

  @Column(name = "is_over")
  private boolean over;

  private Instant dueAt;
  private Instant breachedAt;
  private Instant metAt;
  private Instant concludedAt;
  private boolean atRisk;

  /** The process instance that watches the clock. */
  private String clockInstance;

  /** How many stored events concern it. If there are none, none need to be read. */
  private int changes;

  /** How many milestones have been stored for it. */
  private int told;

  /** Its events, if they have been read in this transaction; otherwise null. */
  @Transient private List<RecordedEvent> knownEvents;

  @Transient private List<RecordedMilestone> knownMilestones;

  protected Obligation() {}

  Obligation(String incident, Terms agreed, Instant openedAt) {
    this.incident = incident;
    this.kind = agreed.obligation();
    this.agreed = EmbeddedTermsKey.of(agreed.key());
    this.openedAt = openedAt;
  }

  /** Stores the state of the clock. */
  void shows(ClockSnapshot reading) {
    state = reading.state();
    over = reading.isOver();
    dueAt = reading.dueAt();
    breachedAt = reading.breachedAt();
    metAt = reading.metAt();
    atRisk = reading.isAtRisk();
  }

  void isWatchedBy(String instance) {
    clockInstance = instance;
  }

  /** Notes that an event was stored, so that events are read again. */
  void changed() {
    changes++;
    knownEvents = null;
  }

  List<RecordedEvent> events(Supplier<List<RecordedEvent>> stored) {
    if (knownEvents == null) {
      knownEvents = changes == 0 ? List.of() : stored.get();
    }
    return knownEvents;
  }

  List<RecordedMilestone> milestones(Supplier<List<RecordedMilestone>> stored) {
    if (knownMilestones == null) {
      knownMilestones = new ArrayList<>(told == 0 ? List.of() : stored.get());
    }
    return knownMilestones;
  }

  /** Adds a milestone to those already read. */
  void reached(RecordedMilestone milestone) {
    told++;
    knownMilestones.add(milestone);
  }

  /** Notes that the verdict was announced; returns false if it already had been. */
  boolean conclude(Instant at) {
    if (concludedAt != null) {
      return false;
    }
    concludedAt = at;
    return true;
  }

  Long id() {
    return id;
  }

  String incident() {
    return incident;
  }

  ObligationKind kind() {
    return kind;
  }

  Terms.Key agreed() {
    return agreed.key();
  }

  Instant openedAt() {
    return openedAt;
  }

  ClockState state() {
    return state;
  }

  boolean isOver() {
    return over;
  }

  Instant dueAt() {
    return dueAt;
  }

  boolean isAtRisk() {
    return atRisk;
  }

  boolean isPastDue() {
    return breachedAt != null;
  }

  String clockInstance() {
    return clockInstance;
  }

  ObligationView view() {
    return new ObligationView(id, incident, kind, state, dueAt, breachedAt, metAt);
  }
}
