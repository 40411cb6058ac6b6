package dev.baton.desk.web.list;

import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.incident.PerformAction;
import dev.baton.engine.FlowConflict;
import dev.baton.engine.NotOffered;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.UnknownIncident;
import dev.baton.incident.tag.IncidentTags;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Does one act with each of several incidents, in a transaction each. */
@Component
class BulkActions {

  private final PerformAction incidents;
  private final IncidentTags tags;
  private final PageAccess access;
  private final PageRenderer pages;

  BulkActions(PerformAction incidents, IncidentTags tags, PageAccess access, PageRenderer pages) {
    this.incidents = incidents;
    this.tags = tags;
    this.access = access;
    this.pages = pages;
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
        act(act, new IncidentNumber(access.incident(who, number).number()), given, who);
      } catch (NotOffered
          | InvalidInput
          | UnknownIncident
          | FlowConflict
          | ConcurrencyFailureException e) {
        refused.add(new Refusal(number, pages.reason(e, who.locale())));
      }
    }
    return new Outcome(numbers.size() - refused.size(), refused);
  }

  private void act(BulkAction act, IncidentNumber number, Map<String, String> given, Visitor who) {
    if (act == BulkAction.TAG) {
      tags.add(number, List.of(given.getOrDefault("tag", "")));
      return;
    }
    if (act == BulkAction.ASSIGN && given.getOrDefault("assignee", "").isBlank()) {
      // Without a person it would go back to its team's queue.
      throw new InvalidInput("assignee", LocalizableText.of("refused.bulk.person"));
    }
    if (act == BulkAction.REPRIORITISE
        && (given.getOrDefault("impact", "").isBlank()
            || given.getOrDefault("urgency", "").isBlank())) {
      throw new InvalidInput("impact", LocalizableText.of("refused.bulk.levels"));
    }
    incidents.act(act.action(), number, given, who);
  }
}
