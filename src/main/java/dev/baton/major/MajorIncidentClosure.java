package dev.baton.major;

import dev.baton.engine.ActingPerson;
import dev.baton.incident.ClientWorkingDays;
import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.ResolutionCode;
import dev.baton.incident.journal.MajorIncidentNotes;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.TextInput;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows a major incident: the related ones, the review, and every way in which it ends. */
@Service
@Transactional
public class MajorIncidentClosure {

  private final MajorIncidents majors;
  private final RelatedIncidents related;
  private final IncidentSearch incidents;
  private final IncidentActions desk;
  private final ClientWorkingDays clientsDays;
  private final StaffDirectory staff;
  private final MajorIncidentNotes notes;
  private final ActingPerson actingPerson;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  MajorIncidentClosure(
      MajorIncidents majors,
      RelatedIncidents related,
      IncidentSearch incidents,
      IncidentActions desk,
      ClientWorkingDays clientsDays,
      StaffDirectory staff,
      MajorIncidentNotes notes,
      ActingPerson actingPerson,
      ApplicationEventPublisher events,
      Clock clock) {
    this.majors = majors;
    this.related = related;
    this.incidents = incidents;
    this.desk = desk;
    this.clientsDays = clientsDays;
    this.staff = staff;
    this.notes = notes;
    this.actingPerson = actingPerson;
    this.events = events;
    this.clock = clock;
  }

  /** The incident is resolved; returns the related ones that are still open. */
  public List<String> resolved(IncidentNumber number) {
    MajorIncident major = majors.inTurn(number);
    major.resolved(clock.instant());
    notes.write(number, LocalizableText.of("entry.major-resolved"), null);
    majors.flush();
    tellEnded(number);
    return related.open(major).stream().map(IncidentView::number).toList();
  }

  /**
   * Resolves the related ones in the acting person's name, as the major one was resolved. Those
   * that cannot be are listed in the journal and stay open; returns their numbers.
   */
  public List<String> resolveRelated(IncidentNumber number, String note) {
    MajorIncident major = majors.inTurn(number);
    IncidentView.Resolution how = incidents.get(number).resolution();
    ResolutionCode code = how == null ? ResolutionCode.FIXED : how.code();
    String given = TextInput.optional("note", note, MajorTextLimits.LONG);
    String words = given == null ? "Resolved with " + number + "." : given;
    List<String> left = new ArrayList<>();
    for (IncidentView child : related.open(major)) {
      IncidentNumber childNumber = new IncidentNumber(child.number());
      if (desk.offersResolving(childNumber)) {
        desk.resolve(childNumber, code, words);
      } else {
        left.add("%s (%s)".formatted(child.number(), child.status()));
      }
    }
    notes.write(
        number,
        left.isEmpty()
            ? LocalizableText.of("entry.related-resolved")
            : LocalizableText.of("entry.related-resolved-except", left.size()),
        left.isEmpty() ? null : String.join(", ", left));
    majors.flush();
    return left;
  }

  /** The review begins; returns when it is due: so many of the client's working days later. */
  public Instant planReview(IncidentNumber number, int workingDays) {
    MajorIncident major = majors.inTurn(number);
    Instant due = clientsDays.after(incidents.get(number), clock.instant(), workingDays);
    major.review(due);
    majors.flush();
    return due;
  }

  /** Stores the review and what is to be done, and closes the major incident. */
  public void review(IncidentNumber number, ReviewText given, String actions) {
    MajorIncident major = majors.inTurn(number);
    ReviewText text = checked(given);
    List<ActionItem> items =
        ActionItem.read(TextInput.optional("actions", actions, MajorTextLimits.LONG));
    items.forEach(this::refuseUnknownOwner);
    MajorReview review = majors.review(major).orElseGet(() -> new MajorReview(major));
    review.write(text, clock.instant(), actingPerson.current().name());
    majors.add(review);
    items.forEach(item -> majors.add(new MajorAction(major, item)));
    major.close(clock.instant());
    related.release(major);
    notes.write(number, LocalizableText.of("entry.reviewed", items.size()), null);
    majors.flush();
  }

  private static ReviewText checked(ReviewText given) {
    return new ReviewText(
        TextInput.required(
            "summary",
            given.summary(),
            MajorTextLimits.LONG,
            LocalizableText.of("refused.major.summary")),
        TextInput.required(
            "cause",
            given.cause(),
            MajorTextLimits.LONG,
            LocalizableText.of("refused.major.cause")),
        TextInput.optional("wentWell", given.wentWell(), MajorTextLimits.LONG),
        TextInput.optional("wentBadly", given.wentBadly(), MajorTextLimits.LONG));
  }

  private void refuseUnknownOwner(ActionItem item) {
    if (staff.agent(item.owner()).filter(AgentView::active).isEmpty()) {
      throw new InvalidInput("actions", LocalizableText.of("refused.agent", item.owner()));
    }
  }

  /** The incident was reopened before the review ended. */
  public void takeUpAgain(IncidentNumber number) {
    majors.inTurn(number).reopened();
    notes.write(number, LocalizableText.of("entry.major-reopened"), null);
    majors.flush();
  }

  /** It is no major incident after all; once. */
  public void standDown(IncidentNumber number, String why) {
    MajorIncident major = majors.inTurn(number);
    if (major.state().isOver()) {
      return;
    }
    String reason =
        TextInput.required(
            "reason", why, MajorTextLimits.REASON, LocalizableText.of("refused.major.standDown"));
    major.standDown(reason, clock.instant());
    related.release(major);
    notes.write(number, LocalizableText.of("entry.stood-down"), reason);
    majors.flush();
    tellEnded(number);
  }

  private void tellEnded(IncidentNumber number) {
    events.publishEvent(
        new MajorIncidentEvent(
            number,
            MajorIncidentEvent.MajorIncidentEventKind.ENDED,
            clock.instant(),
            null,
            null,
            null));
  }
}
