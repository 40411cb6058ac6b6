package dev.baton.demo;

import dev.baton.engine.ActingPerson;
import dev.baton.engine.Actor;
import dev.baton.sla.agreement.AgreementDraft;
import dev.baton.sla.agreement.PublishAgreements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the clients of the demonstration were promised; read as any import is. */
@Component
class DemoAgreements {

  private static final ClassPathResource DOCUMENT = new ClassPathResource("demo/agreements.yaml");

  private static final Actor MANAGER = new Actor("service-desk-manager", "Tasklist");

  private final PublishAgreements publish;
  private final ActingPerson actingPerson;

  DemoAgreements(PublishAgreements publish, ActingPerson actingPerson) {
    this.publish = publish;
    this.actingPerson = actingPerson;
  }

  void publish() {
    AgreementDraft draft = AgreementDraft.ofYaml(document());
    actingPerson.as(MANAGER, () -> publish.publish(draft));
  }

  private static String document() {
    try {
      return DOCUMENT.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
