package dev.baton.flow.web;

import dev.baton.access.AccessControl;
import dev.baton.access.EndpointPermission;
import dev.baton.access.Permission;
import dev.baton.flow.proposal.DirectDeployment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether what process owners deploy goes live at once. */
@RestController
@RequestMapping(
    path = "/api/v1/flows/direct-deployment",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Flows", description = "Changed flows, tables and forms before they go live")
class DirectDeploymentController {

  private final DirectDeployment direct;
  private final AccessControl rights;

  DirectDeploymentController(DirectDeployment direct, AccessControl rights) {
    this.direct = direct;
    this.rights = rights;
  }

  /** Whether it is allowed, and who decided so. */
  @Schema(name = "DirectDeployment")
  record DirectDeploymentResponse(
      boolean allowed,
      @Schema(description = "Null if nobody has decided yet, as the next two") String reason,
      String changedBy,
      Instant at) {

    static DirectDeploymentResponse of(DirectDeployment.Decision decision) {
      return new DirectDeploymentResponse(
          decision.allowed(), decision.reason(), decision.changedBy(), decision.at());
    }
  }

  /** Whether it is to be allowed, and why. */
  @Schema(name = "DirectDeploymentDecision")
  record DecisionRequest(
      @NotNull Boolean allowed,
      @Schema(description = "For the audit trail", maxLength = 1_000) String reason) {}

  @EndpointPermission(Permission.CHECK_FLOWS)
  @GetMapping
  @Operation(
      operationId = "directDeployment",
      summary = "Whether what process owners deploy goes live at once")
  DirectDeploymentResponse get() {
    rights.allow(Permission.CHECK_FLOWS);
    return direct
        .last()
        .map(DirectDeploymentResponse::of)
        .orElseGet(() -> new DirectDeploymentResponse(false, null, null, null));
  }

  @EndpointPermission(Permission.ADMINISTER)
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "decideDirectDeployment",
      summary = "Allow direct deployment, or end it",
      description = "Without it, what process owners deploy becomes a proposal.")
  DirectDeploymentResponse decide(@Valid @RequestBody DecisionRequest body) {
    rights.allow(Permission.ADMINISTER);
    return DirectDeploymentResponse.of(direct.decide(body.allowed(), body.reason()));
  }
}
