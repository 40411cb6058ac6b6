package dev.baton.demo;

import dev.baton.client.ClientDirectory;
import dev.baton.database.DatabaseMode;
import dev.baton.escalation.coverage.CoverageCheck;
import dev.baton.escalation.coverage.CoverageScope;
import dev.baton.incident.search.IncidentCriteria;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.staff.DeskPreparation;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/**
 * Fills an empty desk on the embedded database with made-up clients, people and incidents, so that
 * there is something to look at. Everybody's password is {@code baton}. The property {@code
 * baton.demo} switches it off.
 */
@Component
@Order(40)
class DemoDesk implements DeskPreparation {

  private static final Logger log = LoggerFactory.getLogger(DemoDesk.class);

  private final boolean wanted;
  private final ClientDirectory clients;
  private final IncidentSearch incidents;
  private final DemoPeople people;
  private final DemoAgreements agreements;
  private final DemoPlayer teller;
  private final OtherContacts otherContacts;
  private final DemoRota rota;
  private final DemoTemplates templates;
  private final CoverageCheck coverage;

  DemoDesk(
      DatabaseMode mode,
      @Value("${baton.demo:true}") boolean demo,
      ClientDirectory clients,
      IncidentSearch incidents,
      DemoPeople people,
      DemoAgreements agreements,
      DemoPlayer teller,
      OtherContacts otherContacts,
      DemoRota rota,
      DemoTemplates templates,
      CoverageCheck coverage) {
    this.wanted = demo && mode == DatabaseMode.EMBEDDED;
    this.clients = clients;
    this.incidents = incidents;
    this.people = people;
    this.agreements = agreements;
    this.teller = teller;
    this.otherContacts = otherContacts;
    this.rota = rota;
    this.templates = templates;
    this.coverage = coverage;
  }

  @Override
  public void prepare() {
    if (!wanted) {
      return;
    }
    if (clients.clients().isEmpty()) {
      people.register();
    }
    if (isDemo() && hasNoIncident()) {
      agreements.publish();
      int told = teller.tell(DemoIncidents.all());
      otherContacts.happen();
      rota.keep();
      templates.keep();
      coverage.check(CoverageScope.ALL);
      log.info("The demonstration desk is open, with {} incidents.", told);
    }
  }

  private boolean isDemo() {
    return clients.find(DemoPeople.ALPENWERK).isPresent();
  }

  private boolean hasNoIncident() {
    IncidentCriteria any = new IncidentCriteria(Set.of(), null, null, null, null, null);
    return incidents.find(any, PageRequest.of(0, 1)).isEmpty();
  }
}
