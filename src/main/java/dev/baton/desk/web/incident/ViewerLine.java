package dev.baton.desk.web.incident;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.viewer.IncidentViewers;
import dev.baton.incident.viewer.IncidentViewers.Viewer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** The line that says who else has the incident open; for the desk's people alone. */
@Component
class ViewerLine {

  private static final Logger log = LoggerFactory.getLogger(ViewerLine.class);

  private final IncidentViewers viewers;
  private final IncidentHeaders people;
  private final PageRenderer pages;

  ViewerLine(IncidentViewers viewers, IncidentHeaders people, PageRenderer pages) {
    this.viewers = viewers;
    this.people = people;
    this.pages = pages;
  }

  /** Notes the visitor's page and returns the line; empty for a client's people. */
  String of(IncidentView incident, Visitor visitor, boolean isWriting) {
    if (visitor.isOfClient()) {
      return "";
    }
    String login = visitor.caller().login();
    IncidentNumber number = new IncidentNumber(incident.number());
    try {
      viewers.seen(number, login, isWriting);
    } catch (ConcurrencyFailureException e) {
      log.debug("Who looks at {} is noted the next time.", number, e);
    }
    String names =
        viewers.others(number, login).stream()
            .map(viewer -> name(viewer, visitor))
            .collect(Collectors.joining(", "));
    Map<String, Object> model = new HashMap<>();
    model.put("names", names);
    model.put("mark", Integer.toHexString(names.hashCode()));
    return pages.part("viewers", "viewers", visitor.locale(), model);
  }

  /** The line if it differs from what the page shows; empty otherwise. */
  String news(IncidentView incident, Visitor visitor, Map<String, String> asked) {
    if (!asked.containsKey("seen-viewers")) {
      return "";
    }
    String line = of(incident, visitor, "yes".equals(asked.get("writing")));
    return IncidentFragments.markOf(line).equals(asked.get("seen-viewers"))
        ? ""
        : IncidentFragments.outOfBand(line);
  }

  private String name(Viewer viewer, Visitor visitor) {
    String name = people.person(viewer.login());
    return viewer.isWriting() ? pages.words("viewer.writing", visitor.locale(), name) : name;
  }
}
