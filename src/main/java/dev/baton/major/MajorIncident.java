package dev.baton.major;

import dev.baton.engine.NotOffered;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.RefusedAct;
import dev.baton.web.text.LocalizableText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.hibernate.annotations.NaturalId;

/** A major incident as it is stored. Guards its own transitions: what does not fit, it refuses. */
@Entity
class MajorIncident {

  private static final Set<MajorState> LED = EnumSet.of(MajorState.DECLARED, MajorState.RUNNING);

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "major_incident_seq")
  @SequenceGenerator(
      name = "major_incident_seq",
      sequenceName = "major_incident_seq",
      allocationSize = 50)
  private Long id;

  @Version private long version;

  @NaturalId
  @Column(updatable = false)
  private String incident;

  private String flowInstanceId;

  @Enumerated(EnumType.STRING)
  private MajorState state;

  @Enumerated(EnumType.STRING)
  private MajorDeclaration declaration;

  private Instant declaredAt;
  private String declaredBy;
  private String reason;
  private String appointed;
  private Instant appointedAt;
  private String appointedBecause;
  private Integer updateEveryMinutes;
  private String audience;
  private Instant lastUpdateAt;
  private Instant nextUpdateDue;
  private int missedUpdates;
  private Instant resolvedAt;
  private Instant reviewDue;
  private Instant endedAt;
  private String endReason;

  protected MajorIncident() {}

  MajorIncident(IncidentNumber incident) {
    this.incident = incident.value();
  }

  /** Begins, or begins anew after it had ended. */
  void declare(MajorDeclaration how, String why, String who, Instant at, String instanceId) {
    if (state != null && !state.isOver()) {
      throw new NotOffered(LocalizableText.of("refused.major.already", incident));
    }
    state = MajorState.DECLARED;
    declaration = how;
    reason = why;
    declaredBy = who;
    declaredAt = at;
    flowInstanceId = instanceId;
    appointed = null;
    appointedAt = null;
    appointedBecause = null;
    lastUpdateAt = null;
    nextUpdateDue = null;
    resolvedAt = null;
    reviewDue = null;
    endedAt = null;
    endReason = null;
  }

  void plan(int everyMinutes, String toWhom) {
    updateEveryMinutes = everyMinutes;
    audience = toWhom;
  }

  /**
   * @param login null when nobody was found
   */
  void appoint(String login, String because, Instant at) {
    refuseWhenOver(RefusedAct.GIVEN_ANOTHER_LEAD);
    appointed = login;
    appointedBecause = because;
    appointedAt = at;
  }

  /** The updates begin, or go on; returns when the lead is to be asked for the next. */
  Instant nextRound(Instant now, int askAtPercent) {
    require(LED, RefusedAct.UPDATED);
    state = MajorState.RUNNING;
    if (nextUpdateDue == null) {
      nextUpdateDue = now.plus(interval());
    }
    return lastUpdateAt == null ? now : nextUpdateDue.minus(interval()).plus(share(askAtPercent));
  }

  void updated(Instant at) {
    require(LED, RefusedAct.UPDATED);
    lastUpdateAt = at;
    nextUpdateDue = at.plus(interval());
  }

  void missedUpdate() {
    missedUpdates++;
  }

  void resolved(Instant at) {
    refuseWhenOver(RefusedAct.RESOLVED);
    state = MajorState.RESOLVED;
    resolvedAt = at;
    nextUpdateDue = null;
  }

  void reopened() {
    refuseWhenOver(RefusedAct.REOPENED);
    state = MajorState.RUNNING;
    resolvedAt = null;
    reviewDue = null;
    lastUpdateAt = null;
    nextUpdateDue = null;
  }

  void review(Instant due) {
    require(EnumSet.of(MajorState.RESOLVED), RefusedAct.REVIEWED);
    state = MajorState.REVIEW;
    reviewDue = due;
  }

  void close(Instant at) {
    require(EnumSet.of(MajorState.REVIEW), RefusedAct.CLOSED);
    state = MajorState.CLOSED;
    endedAt = at;
  }

  void standDown(String why, Instant at) {
    refuseWhenOver(RefusedAct.STOOD_DOWN);
    state = MajorState.STOOD_DOWN;
    endReason = why;
    endedAt = at;
    nextUpdateDue = null;
  }

  private Duration interval() {
    return Duration.ofMinutes(updateEveryMinutes);
  }

  /** In whole minutes. */
  private Duration share(int percent) {
    return Duration.ofMinutes(updateEveryMinutes * (long) percent / 100);
  }

  private void refuseWhenOver(RefusedAct act) {
    if (state.isOver()) {
      throw refusal(act);
    }
  }

  private void require(Set<MajorState> accepted, RefusedAct act) {
    if (!accepted.contains(state)) {
      throw refusal(act);
    }
  }

  NotOffered refusal(RefusedAct act) {
    return new NotOffered(
        LocalizableText.of(
            "refused.major.state",
            incident,
            LocalizableText.name("refused.major.state", state),
            LocalizableText.name("refused.act", act)));
  }

  Long id() {
    return id;
  }

  IncidentNumber number() {
    return new IncidentNumber(incident);
  }

  String flowInstanceId() {
    return flowInstanceId;
  }

  MajorState state() {
    return state;
  }

  String appointed() {
    return appointed;
  }

  Instant nextUpdateDue() {
    return nextUpdateDue;
  }

  Instant reviewDue() {
    return reviewDue;
  }

  MajorIncidentView view() {
    return new MajorIncidentView(
        incident,
        state,
        declaration,
        declaredAt,
        declaredBy,
        reason,
        appointed,
        appointedAt,
        appointedBecause,
        updateEveryMinutes,
        audience,
        lastUpdateAt,
        nextUpdateDue,
        missedUpdates,
        resolvedAt,
        reviewDue,
        endedAt,
        endReason);
  }
}
