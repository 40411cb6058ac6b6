package dev.baton.desk.web.list;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.web.text.LocalizableText;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks what was filled in for several incidents, before anything is done with the first. */
@Component
class BulkInput {

  private final IncidentSearch incidents;
  private final PageRenderer pages;

  BulkInput(IncidentSearch incidents, PageRenderer pages) {
    this.incidents = incidents;
    this.pages = pages;
  }

  /** What is wrong with a field, in the visitor's language. */
  record FieldProblem(String field, String words) {}

  Optional<FieldProblem> problem(BulkAction act, Map<String, String> given, Visitor visitor) {
    return Optional.ofNullable(
        switch (act) {
          case CLAIM, TAG -> null;
          // Without a person it would go back to its team's queue.
          case ASSIGN -> missing("assignee", "bulk.choosePerson", given, visitor);
          case REPRIORITISE -> {
            FieldProblem impact = missing("impact", "bulk.chooseLevels", given, visitor);
            yield impact == null ? missing("urgency", "bulk.chooseLevels", given, visitor) : impact;
          }
          case DUPLICATE -> original(given.getOrDefault("of", ""), visitor);
        });
  }

  private FieldProblem missing(
      String field, String key, Map<String, String> given, Visitor visitor) {
    return given.getOrDefault(field, "").isBlank()
        ? new FieldProblem(field, pages.words(key, visitor.locale()))
        : null;
  }

  private FieldProblem original(String typed, Visitor visitor) {
    Optional<IncidentNumber> number = IncidentNumber.parse(typed);
    if (number.isEmpty()) {
      return problem("of", LocalizableText.of("refused.incident.choose"), visitor);
    }
    return number.flatMap(incidents::find).isPresent()
        ? null
        : problem("of", LocalizableText.of("refused.incident.unknown", number.get()), visitor);
  }

  private FieldProblem problem(String field, LocalizableText text, Visitor visitor) {
    return new FieldProblem(field, pages.words(text, visitor.locale()));
  }
}
