package dev.baton.desk.web.contact;

import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.report.Triage;
import dev.baton.intake.mail.BlockedSenders;
import dev.baton.intake.mail.Quarantine;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The layout around the pages of contacts: their tabs, with what waits behind each. */
@Component
class ContactTabs {

  private final PageLayout layout;
  private final Triage triage;
  private final Quarantine quarantine;
  private final BlockedSenders blocked;

  ContactTabs(PageLayout layout, Triage triage, Quarantine quarantine, BlockedSenders blocked) {
    this.layout = layout;
    this.triage = triage;
    this.quarantine = quarantine;
    this.blocked = blocked;
  }

  /**
   * A model to be added to.
   *
   * @param tab the current one: all, sort, quarantine or blocked
   */
  Map<String, Object> model(String tab, Visitor visitor) {
    Map<String, Object> model = layout.model(visitor);
    model.put("tab", tab);
    model.put("toSort", triage.count());
    model.put("inQuarantine", quarantine.count());
    model.put("blocked", blocked.count());
    return model;
  }
}
