package dev.baton.desk.web.major;

import dev.baton.client.ClientDirectory;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentView;
import dev.baton.major.MajorDetails;
import dev.baton.web.validation.InvalidInput;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Begins an update for each audience. What only people know is a gap, which they fill. */
@Component
class MajorDrafts {

  /** Stands where the draft knows nothing. */
  static final String GAP = "[…]";

  private final ClientDirectory clients;
  private final PageRenderer pages;

  MajorDrafts(ClientDirectory clients, PageRenderer pages) {
    this.clients = clients;
    this.pages = pages;
  }

  /** In the client's language. */
  String forClient(MajorDetails major) {
    IncidentView incident = major.incident();
    Locale language = clients.client(incident.clientId()).language();
    return pages.words(
        major.updates().isEmpty() ? "major.draft.first" : "major.draft.next",
        language,
        incident.subject(),
        GAP);
  }

  /** In the visitor's language, for the desk. */
  String forDesk(MajorDetails major, Visitor visitor) {
    long open = major.related().stream().filter(one -> one.incident().resolvedAt() == null).count();
    return pages.words("major.draft.desk", visitor.locale(), open, GAP);
  }

  /**
   * Refuses a text with a gap in it.
   *
   * @throws InvalidInput with the field
   */
  void refuseGaps(String field, String text, Visitor visitor) {
    if (text != null && text.contains(GAP)) {
      throw new InvalidInput(field, pages.words("major.draft.gap", visitor.locale(), GAP));
    }
  }
}
