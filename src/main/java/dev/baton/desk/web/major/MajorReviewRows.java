package dev.baton.desk.web.major;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.major.MajorDetails;
import dev.baton.staff.StaffDirectory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was learnt from a major incident, and what is to be done about it. */
@Component
class MajorReviewRows {

  private final StaffDirectory staff;
  private final PageRenderer pages;

  MajorReviewRows(StaffDirectory staff, PageRenderer pages) {
    this.staff = staff;
    this.pages = pages;
  }

  record ShownReview(
      String summary, String cause, String wentWell, String wentBadly, String by, String at) {}

  /**
   * An action.
   *
   * @param doneWords who did it and when; null until it is done
   */
  record ActionRow(
      long id, String owner, String title, String due, boolean isLate, String doneWords) {

    public boolean isDone() {
      return doneWords != null;
    }
  }

  /**
   * @param review null until it is written
   */
  ShownReview review(MajorDetails.Review review, Visitor visitor, Instant now) {
    return review == null
        ? null
        : new ShownReview(
            review.summary(),
            review.cause(),
            review.wentWell(),
            review.wentBadly(),
            staff.name(review.writtenBy()),
            visitor.at(review.writtenAt(), now));
  }

  List<ActionRow> actions(List<MajorDetails.Action> actions, Visitor visitor, Instant now) {
    return actions.stream().map(action -> row(action, visitor, now)).toList();
  }

  private ActionRow row(MajorDetails.Action action, Visitor visitor, Instant now) {
    boolean isDone = action.doneAt() != null;
    return new ActionRow(
        action.id(),
        staff.name(action.owner()),
        action.title(),
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(visitor.locale())
            .format(action.dueOn()),
        !isDone && action.dueOn().isBefore(LocalDate.ofInstant(now, visitor.zone())),
        isDone
            ? pages.words(
                "major.actionDone",
                visitor.locale(),
                staff.name(action.doneBy()),
                visitor.at(action.doneAt(), now))
            : null);
  }
}
