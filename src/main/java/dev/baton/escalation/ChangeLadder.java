package dev.baton.escalation;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives an open escalation the rungs of another version of its ladder. */
@Service
public class ChangeLadder {

  private final EscalationRepository escalations;

  ChangeLadder(EscalationRepository escalations) {
    this.escalations = escalations;
  }

  /**
   * The rungs above where it stands become those of the other version; those that came with another
   * trigger stay. Nobody is notified: the next step up is taken when it is due.
   *
   * @param cause the trigger that the rungs are given for
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void change(long id, Trigger cause, List<Rung> rungs) {
    Escalation escalation = escalations.inTurn(id);
    boolean isRead = escalation.rung() > 0;
    if (escalation.state().isOpen() && isRead) {
      escalations.replaceAbove(escalation, rungs, cause);
    }
  }
}
