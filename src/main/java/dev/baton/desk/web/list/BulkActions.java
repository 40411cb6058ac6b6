package dev.baton.desk.web.list;

import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.Visitor;
import dev.baton.engine.FlowConflict;
import dev.baton.engine.NotOffered;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.Level;
import dev.baton.incident.UnknownIncident;
import dev.baton.web.validation.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Does one act with each of several incidents, in a transaction each. */
@Component
class BulkActions {

  private final IncidentActions incidents;
  private final PageAccess access;

  BulkActions(IncidentActions incidents, PageAccess access) {
    this.incidents = incidents;
    this.access = access;
  }

  /** Why an act was refused on one incident. */
  record Refusal(String number, String reason) {}

  /**
   * @param done with how many it was done
   */
  record Outcome(int done, List<Refusal> refused) {}

  Outcome act(BulkAction act, Collection<String> numbers, Map<String, String> given, Visitor who) {
    List<Refusal> refused = new ArrayList<>();
    for (String number : numbers) {
      try {
        act(act, new IncidentNumber(access.incident(who, number).number()), given);
      } catch (NotOffered
          | InvalidInput
          | UnknownIncident
          | FlowConflict
          | ConcurrencyFailureException e) {
        refused.add(new Refusal(number, e.getMessage()));
      }
    }
    return new Outcome(numbers.size() - refused.size(), refused);
  }

  private void act(BulkAction act, IncidentNumber number, Map<String, String> given) {
    switch (act) {
      case CLAIM -> incidents.claim(number);
      case ASSIGN -> incidents.assign(number, null, required("assignee", given));
      case REPRIORITISE ->
          incidents.reprioritise(number, level("impact", given), level("urgency", given), null);
      case DUPLICATE -> incidents.markDuplicate(number, original(given));
    }
  }

  private static IncidentNumber original(Map<String, String> given) {
    return IncidentNumber.parse(given.getOrDefault("of", "").strip())
        .orElseThrow(
            () ->
                new InvalidInput(
                    "of", "State the number of the incident that they are duplicates of."));
  }

  private static Level level(String field, Map<String, String> given) {
    String name = given.getOrDefault(field, "");
    return Arrays.stream(Level.values())
        .filter(level -> level.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new InvalidInput(field, "Choose impact and urgency."));
  }

  private static String required(String field, Map<String, String> given) {
    String text = given.getOrDefault(field, "").strip();
    if (text.isEmpty()) {
      throw new InvalidInput(field, "Choose a person.");
    }
    return text;
  }
}
