package dev.baton.desk.web.contact;

import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.report.Triage;
import dev.baton.intake.mail.Quarantine;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The layout around the pages of contacts: their tabs, with what waits behind each. */
@Component
class ContactTabs {

  private final PageLayout layout;
  private final Triage triage;
  private final Quarantine quarantine;

  ContactTabs(PageLayout layout, Triage triage, Quarantine quarantine) {
    this.layout = layout;
    this.triage = triage;
    this.quarantine = quarantine;
  }

  /**
   * A model to be added to.
   *
   * @param tab the current one: all, sort or quarantine
   */
  Map<String, Object> model(String tab, Visitor visitor) {
    Map<String, Object> model = layout.model(visitor);
    model.put("tab", tab);
    model.put("toSort", triage.count());
    model.put("inQuarantine", quarantine.count());
    return model;
  }
}
