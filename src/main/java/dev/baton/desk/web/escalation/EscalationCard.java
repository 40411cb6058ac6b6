package dev.baton.desk.web.escalation;

import dev.baton.desk.web.TimeLeft;
import dev.baton.desk.web.escalation.LadderLines.LadderLine;
import java.util.List;

/**
 * An escalation as a page shows it.
 *
 * @param due the incident's next deadline; null for none
 * @param mine whether the visitor is asked to answer or to decide
 * @param open whether it goes on
 * @param rung where it stands, such as "Rung 2: team lead"; null before the ladder was read
 * @param state whom we ask now, and until when; or how it ended
 * @param acknowledgeable whether the visitor may acknowledge it now
 * @param decisions what the visitor may decide now; empty for nothing
 * @param earlier the first lines of a long ladder
 * @param lines the others
 */
public record EscalationCard(
    long id,
    String number,
    String subject,
    String client,
    String priority,
    String incidentState,
    TimeLeft.Deadline due,
    boolean mine,
    boolean open,
    String because,
    String since,
    String rung,
    String state,
    boolean late,
    boolean acknowledgeable,
    List<Choice> decisions,
    List<Choice> impacts,
    List<Choice> urgencies,
    List<LadderLine> earlier,
    List<LadderLine> lines) {

  /** An option of the form. */
  public record Choice(String value, String label, boolean chosen) {}

  public boolean decidable() {
    return !decisions.isEmpty();
  }
}
