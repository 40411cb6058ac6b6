package dev.baton.engine;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.engine.EngineQueries.ThrownJob;
import dev.baton.web.text.LocalizableText;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Failed steps of flows, their causes, and retries. */
@Component
@Transactional(readOnly = true)
public class FailedSteps {

  private static final int LONGEST_TRACE = 20_000;

  private final EngineQueries views;
  private final ManagementService managementService;
  private final RepositoryService repositoryService;
  private final TrustedEngineAccess trust;
  private final Clock clock;
  private final Cache<String, Map<String, String>> names =
      Caffeine.newBuilder().maximumSize(200).build();

  FailedSteps(
      EngineQueries views,
      ManagementService managementService,
      RepositoryService repositoryService,
      TrustedEngineAccess trust,
      Clock clock) {
    this.views = views;
    this.managementService = managementService;
    this.repositoryService = repositoryService;
    this.trust = trust;
    this.clock = clock;
  }

  /**
   * Where a step failed for the last time.
   *
   * @param businessKey of its instance; null where it has none
   * @param flow name of the flow
   * @param step id of the step; its name is {@link #nameOf}
   * @param since when it gave up
   */
  public record FailedStep(
      String businessKey,
      String instanceId,
      String definitionId,
      String processKey,
      String flow,
      String step,
      Instant since,
      String message) {}

  /**
   * A step that threw at its last try.
   *
   * @param id of its job
   * @param triesLeft 0: it waits for a person
   * @param nextTryAt the next automatic attempt; null if there is none
   * @param gaveUpAt when the last try failed; null while tries are left
   * @param trace what was thrown, with its causes
   */
  public record Failure(
      String id,
      String instanceId,
      String flow,
      String step,
      String stepName,
      int triesLeft,
      Instant nextTryAt,
      Instant gaveUpAt,
      String message,
      String trace) {}

  /** Returns those that wait for a person, oldest first. */
  public List<FailedStep> places(int most) {
    return views.failedPlaces(most);
  }

  /**
   * Returns all steps that threw at their last attempt in the flows with this business key; worst
   * first.
   */
  public List<Failure> of(String businessKey) {
    return views.thrownJobs(businessKey).stream().map(this::failure).toList();
  }

  /**
   * Retries the step once, immediately.
   *
   * @throws NotOffered if no step with this job waits for a retry in the flows of the business key
   */
  @Transactional
  public void retry(String businessKey, String id) {
    if (views.thrownJobs(businessKey).stream().noneMatch(job -> job.id().equals(id))) {
      throw new NotOffered(LocalizableText.of("refused.step.noTry"));
    }
    trust.trusted(
        () -> {
          managementService
              .setJobRetries(1)
              .jobIds(List.of(id))
              .dueDate(Date.from(clock.instant()))
              .execute();
          return null;
        });
  }

  /** Returns the name of a step; its id if it has no name. */
  public String nameOf(String definitionId, String step) {
    return step == null ? null : names.get(definitionId, this::namesIn).getOrDefault(step, step);
  }

  /** Definitions never change, so their names are read once. */
  private Map<String, String> namesIn(String definitionId) {
    return trust.trusted(
        () ->
            repositoryService
                .getBpmnModelInstance(definitionId)
                .getModelElementsByType(FlowElement.class)
                .stream()
                .filter(element -> element.getName() != null)
                .collect(toUnmodifiableMap(FlowElement::getId, FlowElement::getName)));
  }

  private Failure failure(ThrownJob job) {
    String trace = trust.trusted(() -> managementService.getJobExceptionStacktrace(job.id()));
    return new Failure(
        job.id(),
        job.instanceId(),
        job.flow(),
        job.step(),
        nameOf(job.definitionId(), job.step()),
        job.triesLeft(),
        job.triesLeft() == 0 ? null : job.dueAt(),
        job.gaveUpAt(),
        job.message(),
        trace == null ? "" : trace.substring(0, Math.min(trace.length(), LONGEST_TRACE)));
  }
}
