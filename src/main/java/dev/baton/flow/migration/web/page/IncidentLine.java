package dev.baton.flow.migration.web.page;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.engine.release.ModelText;
import dev.baton.flow.migration.FlowChange;
import dev.baton.flow.migration.MigratedIncident;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** An incident of a migration, in the visitor's language. */
record IncidentLine(String number, String state, String message, List<String> changes) {

  static IncidentLine of(MigratedIncident incident, Visitor visitor, PageRenderer pages) {
    return new IncidentLine(
        incident.incident(),
        pages.name("flowMigration.move", incident.state(), visitor.locale()),
        incident.message(),
        incident.changes().stream().map(change -> change(change, visitor, pages)).toList());
  }

  private static String change(FlowChange change, Visitor visitor, PageRenderer pages) {
    String subject = pages.name("flowMigration.subject", change.subject(), visitor.locale());
    String key =
        change.before() == null
            ? "flowMigration.new"
            : change.after() == null ? "flowMigration.gone" : "flowMigration.changed";
    return pages.words(
        key,
        visitor.locale(),
        subject,
        ModelText.visible(change.label()),
        time(change.before(), visitor),
        time(change.after(), visitor));
  }

  private static String time(String text, Visitor visitor) {
    try {
      return text == null ? "–" : visitor.at(Instant.parse(text));
    } catch (DateTimeParseException noInstant) {
      return ModelText.visible(text);
    }
  }
}
