package dev.baton.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.DueJobs;
import dev.baton.engine.EngineClock;
import dev.baton.incident.reconciliation.Reconciliation;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.support.Node;
import dev.baton.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A node stops in the middle of its work, and another is started on its database. */
class StoppedNodeIT {

  @Test
  void theWorkOfAStoppedNodeGoesOnAtTheNext() {
    TestDatabase.Schema schema = TestDatabase.deskSchema();
    try {
      InFlight inFlight;
      try (Node first = Node.start(schema, false)) {
        inFlight = leaveWorkInFlight(first);
      }
      try (Node second = Node.start(schema, false)) {
        finish(inFlight, second);
      }
    } finally {
      schema.drop();
    }
  }

  private record InFlight(
      IncidentNumber received, IncidentNumber held, IncidentNumber resolved, Instant until) {}

  private static InFlight leaveWorkInFlight(Node node) {
    IncidentActions desk = node.bean(IncidentActions.class);
    Instant now = node.bean(EngineClock.class).instant();
    Instant until = now.plus(Duration.ofHours(2));
    IncidentNumber held = node.desk().defaultReport().routed();
    IncidentNumber resolved = node.desk().defaultReport().routed();
    node.desk().as("ada", () -> desk.claim(held));
    node.desk().as("ada", () -> desk.hold(held, HoldReason.SUPPLIER, until, "Parts"));
    node.desk().as("ben", () -> desk.claim(resolved));
    node.desk().as("ben", () -> desk.resolve(resolved, ResolutionCode.FIXED, "Done."));
    return new InFlight(node.desk().defaultReport().report(), held, resolved, until);
  }

  private static void finish(InFlight work, Node node) {
    IncidentSearch search = node.bean(IncidentSearch.class);
    IncidentActions desk = node.bean(IncidentActions.class);
    EngineClock clock = node.bean(EngineClock.class);
    DueJobs jobs = node.bean(DueJobs.class);
    assertThat(node.bean(Reconciliation.class).reconcile().isClean()).isTrue();
    try {
      jobs.runDue();
      assertThat(search.get(work.received()).status()).isEqualTo(Status.ASSIGNED);
      assertThat(search.get(work.held()).status()).isEqualTo(Status.ON_HOLD);

      clock.travelTo(work.until());
      jobs.runDue();
      assertThat(search.get(work.held()).status()).isEqualTo(Status.IN_PROGRESS);
      node.desk()
          .as("ada", () -> desk.resolve(work.held(), ResolutionCode.FIXED, "The parts came."));

      clock.travelTo(work.until().plus(Duration.ofDays(5)).plus(Duration.ofHours(1)));
      jobs.runDue();
      assertThat(search.get(work.held()).status()).isEqualTo(Status.CLOSED);
      assertThat(search.get(work.resolved()).status()).isEqualTo(Status.CLOSED);
    } finally {
      clock.reset();
    }
  }
}
