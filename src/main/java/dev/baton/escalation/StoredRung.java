package dev.baton.escalation;

import dev.baton.staff.Role;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;

/** A rung of one escalation, as the decision table returned it for a trigger. */
@Entity
@Table(name = "escalation_rung")
class StoredRung {

  /** Identifies the escalation and the rung. */
  @Embeddable
  record RungKey(long escalationId, int number) implements Serializable {}

  @EmbeddedId @Embedded private RungKey place;

  @Enumerated(EnumType.STRING)
  private Role role;

  private boolean ofTeam;
  private int minutesToAcknowledge;
  private int minutesToDecide;
  private String calendar;
  private String reach;

  @Enumerated(EnumType.STRING)
  private Trigger cause;

  protected StoredRung() {}

  StoredRung(long escalation, Rung rung, Trigger cause) {
    this.place = new RungKey(escalation, rung.number());
    become(rung, cause);
  }

  /** A later trigger gives the rung other terms. */
  final void become(Rung rung, Trigger newCause) {
    role = rung.role();
    ofTeam = rung.ofTeam();
    minutesToAcknowledge = (int) rung.toAcknowledge().toMinutes();
    minutesToDecide = (int) rung.toDecide().toMinutes();
    calendar = rung.calendar();
    reach = rung.reach();
    cause = newCause;
  }

  Rung rung() {
    return new Rung(
        place.number(),
        role,
        ofTeam,
        Duration.ofMinutes(minutesToAcknowledge),
        Duration.ofMinutes(minutesToDecide),
        calendar,
        reach);
  }

  Trigger cause() {
    return cause;
  }
}
