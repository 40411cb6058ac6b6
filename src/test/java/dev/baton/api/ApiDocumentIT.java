package dev.baton.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ApiDocumentIT extends ApiDesk {

  @Test
  void theDocumentDescribesEveryOperation() throws Exception {
    ApiClient.Answer answer = agent.get("/v3/api-docs");
    assertThat(answer.status()).isEqualTo(200);
    OpenAPI document = Json.mapper().readValue(answer.response().body(), OpenAPI.class);

    assertThat(document.getInfo().getTitle()).isEqualTo("Baton");
    assertThat(document.getPaths().keySet()).allMatch(path -> path.startsWith("/api/v1/"));
    assertThat(document.getPaths()).hasSizeGreaterThanOrEqualTo(18);
    List<Operation> operations =
        document.getPaths().values().stream()
            .map(PathItem::readOperations)
            .flatMap(List::stream)
            .toList();
    assertThat(operations)
        .allSatisfy(
            operation -> {
              assertThat(operation.getSummary()).isNotBlank();
              assertThat(operation.getTags()).isNotEmpty();
              assertThat(operation.getResponses()).containsKeys("401", "403", "422", "500");
              assertThat(
                      operation
                          .getResponses()
                          .get("422")
                          .getContent()
                          .get("application/problem+json")
                          .getSchema()
                          .get$ref())
                  .isEqualTo("#/components/schemas/Problem");
            });
    assertThat(operations).extracting(Operation::getOperationId).doesNotHaveDuplicates();
    assertThat(document.getComponents().getSecuritySchemes()).containsOnlyKeys("basic", "bearer");
  }

  @Test
  void everyReferenceInTheDocumentLeadsSomewhere() {
    JsonNode document = agent.get("/v3/api-docs").json();

    assertThat(new TreeSet<>(document.findValuesAsText("$ref")))
        .isNotEmpty()
        .allSatisfy(
            reference -> assertThat(document.at(reference.substring(1)).isMissingNode()).isFalse());
  }

  @Test
  void theReportIsDescribedFieldByField() {
    JsonNode report = agent.get("/v3/api-docs").json().at("/components/schemas/Report");

    assertThat(report.path("required"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("channel", "subject", "impact", "urgency");
    assertThat(report.at("/properties/impact/enum"))
        .extracting(JsonNode::asText)
        .containsExactly("HIGH", "MEDIUM", "LOW");
    assertThat(report.at("/properties/subject/example").asText()).isNotBlank();
  }

  @Test
  void theDocumentCanBeReadInABrowser() {
    assertThat(agent.get("/swagger-ui.html").status()).isEqualTo(302);
    ApiClient.Answer page = agent.get("/swagger-ui/index.html");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
  }
}
