package dev.baton.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.context.annotation.Bean;

/** A flow of one timer, and a step behind it that notes when it was reached. */
public final class TimerProbe implements JavaDelegate {

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final Clock clock;
  private final ConcurrentLinkedQueue<Firing> firings = new ConcurrentLinkedQueue<>();
  private final AtomicInteger held = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  private TimerProbe(RepositoryService repository, RuntimeService runtime, Clock clock) {
    this.repository = repository;
    this.runtime = runtime;
    this.clock = clock;
  }

  /** Import this into the application. */
  public static class InApplication {
    @Bean
    TimerProbe timerProbe(RepositoryService repository, RuntimeService runtime, Clock clock) {
      return new TimerProbe(repository, runtime, clock);
    }
  }

  /** A timer that fired. */
  public record Firing(String key, Instant due, Instant at) {
    public Duration lateness() {
      return Duration.between(due, at);
    }
  }

  /** Makes the flow known to the engine, and forgets what was noted. */
  public TimerProbe ready() {
    repository
        .createDeployment()
        .name("timer-probe")
        .enableDuplicateFiltering(true)
        .addModelInstance(
            "timer-probe.bpmn",
            Bpmn.createExecutableProcess("timerProbe")
                .camundaHistoryTimeToLive(1)
                .camundaJobPriority("${urgency}")
                .startEvent()
                .intermediateCatchEvent("due")
                .timerWithDate("${dueAt}")
                .serviceTask("note")
                .camundaDelegateExpression("${timerProbe}")
                .endEvent()
                .done())
        .deploy();
    firings.clear();
    held.set(0);
    return this;
  }

  /** From now on, steps with a key of {@code held} wait until they are released. */
  public void hold() {
    gate = new CountDownLatch(1);
  }

  public void release() {
    gate.countDown();
  }

  /** How many steps have begun to wait. */
  public int held() {
    return held.get();
  }

  /** Sets a timer of that priority; returns the id of its instance. */
  public String set(String key, Instant due, int priority) {
    return runtime
        .startProcessInstanceByKey(
            "timerProbe", key, Map.of("dueAt", due.toString(), "urgency", priority))
        .getProcessInstanceId();
  }

  @Override
  public void execute(DelegateExecution execution) throws InterruptedException {
    if ("stumbles".equals(execution.getProcessBusinessKey())) {
      ClockUtil.setCurrentTime(null); // as the engine's own code throws it
    }
    if ("held".equals(execution.getProcessBusinessKey())) {
      held.incrementAndGet();
      gate.await();
    }
    firings.add(
        new Firing(
            execution.getProcessBusinessKey(),
            Instant.parse((String) execution.getVariable("dueAt")),
            clock.instant()));
  }

  /** What fired so far, in that order. */
  public List<Firing> firings() {
    return List.copyOf(firings);
  }
}
