package dev.baton.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.FlowConflict;
import dev.baton.engine.NotOffered;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.ResolutionCode;
import dev.baton.support.FlowStories;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

/** Two people do the same at the same moment: one of them does it, the other is told. */
@FlowStories
class ConcurrentClaimsProcessTest extends IncidentStory {

  private static ExecutorService people;

  @BeforeAll
  static void twoPeople() {
    people = Executors.newFixedThreadPool(2);
  }

  @AfterAll
  static void goHome() {
    people.shutdown();
  }

  @RepeatedTest(20)
  void onePersonClaimsAndTheOtherIsTold() throws Exception {
    IncidentNumber number = stage.defaultReport().routed();

    List<Exception> told =
        atOnce(
            () -> as("ada", () -> desk.claim(number)), () -> as("ben", () -> desk.claim(number)));

    assertThat(told).singleElement().isInstanceOfAny(NotOffered.class, FlowConflict.class);
    assertThat(incident(number).assignee()).isIn("ada", "ben");
    assertThat(taskOf(number).getAssignee()).isEqualTo(incident(number).assignee());
    assertThat(journal(number)).containsOnlyOnce("ASSIGNED");
  }

  @RepeatedTest(10)
  void onePersonResolvesAndTheOtherIsTold() throws Exception {
    IncidentNumber number = stage.defaultReport().routed();

    List<Exception> told =
        atOnce(
            () -> as("ada", () -> desk.resolve(number, ResolutionCode.FIXED, "Done.")),
            () -> as("ben", () -> desk.passToSecondLine(number, "Beyond us.")));

    assertThat(told)
        .allSatisfy(
            refusal -> assertThat(refusal).isInstanceOfAny(NotOffered.class, FlowConflict.class));
    assertThat(told).hasSize(1);
    assertThat(waitingAt(number)).hasSize(1);
  }

  /** What the two were told who did not succeed. */
  private List<Exception> atOnce(Callable<?> one, Callable<?> other) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<Exception>> results =
        people.invokeAll(List.of(failureOf(start, one), failureOf(start, other)));
    return List.of(results.get(0), results.get(1)).stream()
        .map(ConcurrentClaimsProcessTest::outcome)
        .filter(failure -> failure != null)
        .toList();
  }

  private static Callable<Exception> failureOf(CyclicBarrier start, Callable<?> act) {
    return () -> {
      start.await();
      try {
        act.call();
        return null;
      } catch (Exception refused) {
        return refused;
      }
    };
  }

  private static Exception outcome(Future<Exception> result) {
    try {
      return result.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
