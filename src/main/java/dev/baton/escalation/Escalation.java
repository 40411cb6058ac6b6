package dev.baton.escalation;

import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Priority;
import dev.baton.staff.Role;
import dev.baton.staff.rota.Responder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.DynamicUpdate;

/** One incident going up the ladder. Guards its own transitions. */
@Entity
@DynamicUpdate
class Escalation {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "escalation_seq")
  @SequenceGenerator(name = "escalation_seq", sequenceName = "escalation_seq", allocationSize = 50)
  private Long id;

  @Version private long version;

  @Column(updatable = false)
  private String incident;

  @SuppressWarnings("UnusedVariable") // SQL reads the column
  private String openIncident;

  @Enumerated(EnumType.STRING)
  private EscalationState state;

  @Enumerated(EnumType.STRING)
  private Trigger cause;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  private String flowInstanceId;
  private int beginsAt;
  private int rung;
  private int round;
  private String responder;

  @Enumerated(EnumType.STRING)
  private Role role;

  private Instant toldAt;
  private Instant dueAt;
  private String acknowledgedBy;
  private Instant acknowledgedAt;

  @Column(updatable = false)
  private Instant startedAt;

  private Instant endedAt;

  protected Escalation() {}

  Escalation(IncidentNumber incident, Trigger cause, Priority priority, Instant at) {
    this.incident = incident.value();
    this.openIncident = incident.value();
    this.cause = cause;
    this.priority = priority;
    this.state = EscalationState.RAISED;
    this.round = 1;
    this.startedAt = at;
  }

  void flowsAs(String instance) {
    flowInstanceId = instance;
  }

  void raisedBy(Trigger newCause, Priority newPriority) {
    cause = newCause;
    priority = newPriority;
  }

  /** Moves the escalation up to the rung where a trigger's ladder begins. */
  void beginAt(int first) {
    beginsAt = Math.max(beginsAt, first);
    rung = Math.max(rung, first);
  }

  /** Withdraws the request to the current responder so that another one is found. */
  void search() {
    state = EscalationState.RAISED;
    responder = null;
    dueAt = null;
  }

  void standOn(int newRung) {
    rung = newRung;
  }

  void repeat() {
    round++;
  }

  void told(Responder to, Role asRole, Instant at, Instant until) {
    state = EscalationState.TOLD;
    responder = to.login();
    role = asRole;
    toldAt = at;
    dueAt = until;
    acknowledgedBy = null;
    acknowledgedAt = null;
  }

  void waitUntil(Instant opening) {
    state = EscalationState.WAITING;
    responder = null;
    dueAt = opening;
  }

  void acknowledge(String by, Instant at, Instant decideUntil) {
    if (state != EscalationState.TOLD) {
      throw new IllegalStateException(
          "Escalation " + id + " is " + state + "; it is not waiting for an answer.");
    }
    state = EscalationState.ACKNOWLEDGED;
    responder = by;
    acknowledgedBy = by;
    acknowledgedAt = at;
    dueAt = decideUntil;
  }

  void end(EscalationState how, Instant at) {
    state = how;
    openIncident = null;
    dueAt = null;
    endedAt = at;
  }

  Long id() {
    return id;
  }

  IncidentNumber incident() {
    return new IncidentNumber(incident);
  }

  EscalationState state() {
    return state;
  }

  Trigger cause() {
    return cause;
  }

  String flowInstanceId() {
    return flowInstanceId;
  }

  int beginsAt() {
    return beginsAt;
  }

  int rung() {
    return rung;
  }

  int round() {
    return round;
  }

  Instant startedAt() {
    return startedAt;
  }

  String responder() {
    return responder;
  }

  Role role() {
    return role;
  }

  Instant dueAt() {
    return dueAt;
  }

  EscalationView view(List<StoredRung> ladder, List<EscalationLogEntry> entries) {
    return new EscalationView(
        id,
        incident,
        state,
        cause,
        priority,
        rung,
        round,
        responder,
        role,
        toldAt,
        dueAt,
        acknowledgedBy,
        acknowledgedAt,
        startedAt,
        endedAt,
        ladder.stream()
            .map(stored -> new EscalationView.LadderRung(stored.rung(), stored.cause()))
            .toList(),
        entries.stream().map(EscalationLogEntry::view).toList());
  }
}
