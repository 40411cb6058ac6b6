package dev.baton.escalation.process;

import dev.baton.escalation.Ladder;
import dev.baton.staff.Role;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the cells of escalation-ladder.dmn: every rule's role, place and hours, whatever its
 * conditions. Evaluating it for all that may happen would miss rules, and fill the history.
 */
@Component
class DeployedLadder implements Ladder {

  private static final Logger log = LoggerFactory.getLogger(DeployedLadder.class);

  private final DecisionTableCache tables;

  DeployedLadder(DecisionTableCache tables) {
    this.tables = tables;
  }

  @Override
  public Set<Wanted> wanted() {
    return tables.read("escalation-ladder", DeployedLadder::wanted);
  }

  static Set<Wanted> wanted(InputStream model) {
    DecisionTable table =
        Dmn.readModelFromStream(model)
            .getModelElementsByType(DecisionTable.class)
            .iterator()
            .next();
    List<String> columns = new ArrayList<>();
    table.getOutputs().stream().map(Output::getName).forEach(columns::add);
    Set<Wanted> wanted = new LinkedHashSet<>();
    for (Rule rule : table.getRules()) {
      List<OutputEntry> cells = List.copyOf(rule.getOutputEntries());
      String role = text(cells.get(columns.indexOf("role")));
      Optional<Role> known = Role.ofGroup(role);
      known.ifPresentOrElse(
          found ->
              wanted.add(
                  new Wanted(
                      found,
                      "TEAM".equals(text(cells.get(columns.indexOf("where")))),
                      text(cells.get(columns.indexOf("calendar"))))),
          () -> log.warn("Rule {} of the ladder names an unknown role: '{}'", rule.getId(), role));
    }
    return wanted;
  }

  /** The literal in the cell, without its quotation marks; null in an empty one. */
  private static String text(OutputEntry cell) {
    String text = cell.getText() == null ? "" : cell.getText().getTextContent().strip();
    return text.isEmpty() || text.equals("null") ? null : text.replaceAll("^\"|\"$", "");
  }
}
