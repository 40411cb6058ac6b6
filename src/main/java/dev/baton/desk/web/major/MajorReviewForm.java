package dev.baton.desk.web.major;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.desk.web.people.PeopleNames;
import dev.baton.major.ActionItem;
import dev.baton.major.ReviewText;
import dev.baton.staff.AgentView;
import dev.baton.web.validation.InvalidInput;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads the form of a review: its text, and a row for each action. */
@Component
class MajorReviewForm {

  private final PeopleNames people;
  private final PageRenderer pages;

  MajorReviewForm(PeopleNames people, PageRenderer pages) {
    this.people = people;
    this.pages = pages;
  }

  ReviewText text(MultiValueMap<String, String> given) {
    return new ReviewText(
        given.getFirst("summary"),
        given.getFirst("cause"),
        given.getFirst("wentWell"),
        given.getFirst("wentBadly"));
  }

  /**
   * The rows in which something stands.
   *
   * @throws InvalidInput with the number of the first row that is not whole
   */
  List<ActionItem> actions(MultiValueMap<String, String> given, Visitor visitor) {
    List<ActionItem> items = new ArrayList<>();
    for (int row = 1; given.containsKey("title" + row); row++) {
      String title = field(given, "title" + row).replaceAll("\\s+", " ");
      String owner = field(given, "owner" + row);
      String due = field(given, "due" + row);
      if (!(title + owner + due).isEmpty()) {
        items.add(item(row, title, owner, due, visitor));
      }
    }
    return items;
  }

  private ActionItem item(int row, String title, String owner, String due, Visitor visitor) {
    if (title.isEmpty()) {
      throw problem("title", row, "major.action.noTitle", visitor);
    }
    AgentView who =
        people
            .find(owner)
            .orElseThrow(() -> problem("owner", row, "major.action.noOwner", visitor));
    try {
      return new ActionItem(who.login(), title, LocalDate.parse(due));
    } catch (DateTimeParseException noDay) {
      throw problem("due", row, "major.action.noDay", visitor);
    }
  }

  private InvalidInput problem(String field, int row, String key, Visitor visitor) {
    return new InvalidInput(field + row, pages.words(key, visitor.locale(), row));
  }

  private static String field(MultiValueMap<String, String> given, String name) {
    String value = given.getFirst(name);
    return value == null ? "" : value.strip();
  }
}
