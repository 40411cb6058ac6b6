package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Modeler sends the file that was changed and no other; everything must go on together. */
class OneFileDeployedIT extends ApiDesk {

  @Test
  void aFlowSentAloneIsLaidOverTheLiveReleaseAndIntakeGoesOn() throws IOException {
    ApiClient owner = agent.as("process-owner");
    String flow = Files.readString(Path.of("processes", "incident-lifecycle.bpmn"));

    ApiClient.Answer answer = Deployments.deploy(owner, "incident-lifecycle.bpmn", flow);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    String deployment = answer.json().get("id").asText();
    JsonNode resources = owner.get("/engine-rest/deployment/" + deployment + "/resources").json();
    assertThat(
            StreamSupport.stream(resources.spliterator(), false)
                .map(resource -> Path.of(resource.get("name").asText()).getFileName().toString()))
        .contains("priority.dmn", "sla-clock.bpmn", "resolve-at-first-line.form")
        .containsOnlyOnce("incident-lifecycle.bpmn");
  }
}
