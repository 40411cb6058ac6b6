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
import dev.baton.web.validation.InvalidInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /**
   * Why an act was refused on one incident.
   *
   * @param field whose value was refused; null if it was not that
   */
  record Refusal(String number, String reason, String field) {}

  /**
   * @param done the numbers with which it was done
   * @param kept the original that was among its duplicates and stays; null for none
   */
  record Outcome(List<String> done, List<Refusal> refused, String kept) {

    /** The refusal of a value that fits none of them. */
    Optional<Refusal> refusedValue() {
      return done.isEmpty()
              && refused.stream().allMatch(each -> each.field() != null)
              && refused.stream().map(Refusal::reason).distinct().count() == 1
          ? Optional.of(refused.get(0))
          : Optional.empty();
    }
  }

  Outcome act(BulkAction act, Collection<String> numbers, Map<String, String> given, Visitor who) {
    String original =
        act == BulkAction.DUPLICATE
            ? IncidentNumber.parse(given.get("of")).map(IncidentNumber::value).orElse(null)
            : null;
    List<String> done = new ArrayList<>();
    List<Refusal> refused = new ArrayList<>();
    for (String number : numbers) {
      if (number.equals(original)) {
        continue;
      }
      try {
        act(act, new IncidentNumber(access.incident(who, number).number()), given, who);
        done.add(number);
      } catch (InvalidInput e) {
        refused.add(new Refusal(number, pages.reason(e, who.locale()), e.field()));
      } catch (NotOffered | UnknownIncident | FlowConflict | ConcurrencyFailureException e) {
        refused.add(new Refusal(number, pages.reason(e, who.locale()), null));
      }
    }
    return new Outcome(done, refused, numbers.contains(original) ? original : null);
  }

  private void act(BulkAction act, IncidentNumber number, Map<String, String> given, Visitor who) {
    if (act == BulkAction.TAG) {
      tags.add(number, List.of(given.getOrDefault("tag", "")));
      return;
    }
    incidents.act(act.action(), number, given, who);
  }
}
