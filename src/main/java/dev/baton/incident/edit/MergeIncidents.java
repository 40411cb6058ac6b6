package dev.baton.incident.edit;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.incident.IllegalStatus;
import dev.baton.incident.Incident;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Incidents;
import dev.baton.incident.Journal;
import dev.baton.incident.JournalKind;
import dev.baton.incident.RefusedAct;
import dev.baton.incident.contact.ContactLog;
import dev.baton.incident.reply.ClientReplies;
import dev.baton.incident.tag.IncidentTags;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one incident of two: messages and files of the merged one move to the one that remains, the
 * merged one is closed as its duplicate, and mail to its number reaches the remaining one.
 */
@Service
@Transactional
public class MergeIncidents {

  private final Incidents incidents;
  private final EditIncident edits;
  private final IncidentActions actions;
  private final ContactLog contacts;
  private final ClientReplies replies;
  private final IncidentTags tags;
  private final Journal journal;

  MergeIncidents(
      Incidents incidents,
      EditIncident edits,
      IncidentActions actions,
      ContactLog contacts,
      ClientReplies replies,
      IncidentTags tags,
      Journal journal) {
    this.incidents = incidents;
    this.edits = edits;
    this.actions = actions;
    this.contacts = contacts;
    this.replies = replies;
    this.tags = tags;
    this.journal = journal;
  }

  /**
   * @param taken what the remaining incident takes from the merged one instead of its own
   * @return the remaining incident
   * @throws InvalidInput with the field {@code into} for the incident itself, one that does not
   *     exist or another client's
   * @throws dev.baton.engine.NotOffered if the remaining incident is over, or the flow of the other
   *     does not offer to close it as a duplicate now
   */
  @RequiresPermission(Permission.WORK)
  public IncidentView merge(IncidentNumber number, IncidentNumber into, Set<MergedValue> taken) {
    refuseWrong(number, into);
    incidents.bothInTurn(number, into);
    Incident merged = incidents.get(number);
    Incident remaining = incidents.get(into);
    if (remaining.status().isFinal()) {
      throw new IllegalStatus(
          into.value(), remaining.status(), RefusedAct.MERGED_WITH_ANOTHER_INCIDENT);
    }
    takeValues(merged, remaining, taken);
    takeTags(number, into);
    replies.takeOver(merged, remaining);
    contacts.moveAll(merged, remaining);
    journal.write(merged, JournalKind.MERGED_INTO, LocalizableText.of("entry.value", into.value()));
    journal.write(
        remaining, JournalKind.MERGED_FROM, LocalizableText.of("entry.value", number.value()));
    incidents.flush();
    actions.markDuplicate(number, into);
    return remaining.view();
  }

  private void refuseWrong(IncidentNumber number, IncidentNumber into) {
    Incident merged = incidents.get(number);
    if (number.equals(into)) {
      throw new InvalidInput("into", LocalizableText.of("refused.merge.itself"));
    }
    Incident remaining =
        incidents
            .find(into.value())
            .orElseThrow(
                () ->
                    new InvalidInput("into", LocalizableText.of("refused.incident.unknown", into)));
    if (remaining.clientId() != merged.clientId()) {
      throw new InvalidInput("into", LocalizableText.of("refused.incident.otherClient", into));
    }
  }

  private void takeValues(Incident merged, Incident remaining, Set<MergedValue> taken) {
    IncidentChanges theirs = IncidentChanges.asItIs(merged.view());
    if (taken.contains(MergedValue.REQUESTER)) {
      edits.changeRequester(remaining.number(), merged.requesterId());
    }
    edits.edit(
        remaining.number(),
        new IncidentChanges(
            taken.contains(MergedValue.SUBJECT) ? theirs.subject() : null,
            taken.contains(MergedValue.CATEGORY) ? theirs.category() : null,
            taken.contains(MergedValue.SERVICE) ? theirs.service() : null,
            null),
        null);
    IncidentView from = merged.view();
    IncidentView now = remaining.view();
    boolean differs = from.impact() != now.impact() || from.urgency() != now.urgency();
    if (taken.contains(MergedValue.PRIORITY) && differs) {
      actions.reprioritise(remaining.number(), from.impact(), from.urgency(), null);
    }
  }

  /** As many as there is room for. */
  private void takeTags(IncidentNumber from, IncidentNumber to) {
    List<String> present = tags.of(to);
    List<String> more =
        tags.of(from).stream()
            .filter(tag -> !present.contains(tag))
            .limit(IncidentTags.MOST - present.size())
            .toList();
    if (!more.isEmpty()) {
      tags.add(to, more);
    }
  }
}
