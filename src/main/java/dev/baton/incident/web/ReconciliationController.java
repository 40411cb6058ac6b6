package dev.baton.incident.web;

import dev.baton.incident.reconciliation.Reconciliation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the desk is sound; the sign-in lets overseers alone come here. */
@RestController
@RequestMapping(path = "/api/v1/health", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Health", description = "Whether the desk is sound")
class ReconciliationController {

  private final Reconciliation reconciliation;

  ReconciliationController(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  @GetMapping("/reconciliation")
  @Operation(
      operationId = "reconcile",
      summary = "Compare incidents and flows now",
      description =
          "Reports open incidents without a running flow, and flows and tasks without an open"
              + " incident. Mends nothing.")
  ReconciliationResponse reconciliation() {
    return ReconciliationResponse.of(reconciliation.reconcile());
  }
}
