package dev.baton.desk.web.list;

import dev.baton.incident.IncidentAction;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.Arrays;

/** What can be done with several incidents at once: what needs no word on each of them. */
enum BulkAction {
  CLAIM(IncidentAction.CLAIM),
  ASSIGN(IncidentAction.ASSIGN),
  REPRIORITISE(IncidentAction.REPRIORITISE),
  DUPLICATE(IncidentAction.DUPLICATE),
  TAG(null);

  private final IncidentAction action;

  BulkAction(IncidentAction action) {
    this.action = action;
  }

  /** What the flow of each has to offer; null for what no flow decides. */
  IncidentAction action() {
    return action;
  }

  static BulkAction named(String name) {
    return Arrays.stream(values())
        .filter(act -> act.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("act", LocalizableText.of("refused.bulk.act")));
  }
}
