package dev.baton.demo;

import dev.baton.sla.AgreementDraft;
import dev.baton.sla.PublishAgreements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the clients of the demonstration were promised; read as any import is. */
@Component
class DemoAgreements {

  private static final ClassPathResource DOCUMENT = new ClassPathResource("demo/agreements.yaml");

  private final PublishAgreements publish;

  DemoAgreements(PublishAgreements publish) {
    this.publish = publish;
  }

  void publish() {
    try {
      publish.publish(AgreementDraft.ofYaml(DOCUMENT.getContentAsString(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
