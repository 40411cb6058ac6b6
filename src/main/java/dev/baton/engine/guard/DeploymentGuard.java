package dev.baton.engine.guard;

import dev.baton.engine.ResourcesDeployed;
import dev.baton.engine.release.DeploymentLimits;
import dev.baton.engine.release.ModelXml;
import dev.baton.engine.release.RefusedModels;
import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseCheck;
import dev.baton.engine.release.ReleaseChecks;
import dev.baton.engine.release.ReleaseComplaint;
import dev.baton.engine.release.ReleaseOverlay;
import dev.baton.web.text.RefusalTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Refuses a deployment that brings along what flows must not have, with all complaints at once. It
 * only checks new deployments; existing ones are read unchanged after a restart. The shipped models
 * may name beans that this desk lacks, since a scratch desk has no intake.
 */
public class DeploymentGuard implements Deployer {

  private static final Logger log = LoggerFactory.getLogger(DeploymentGuard.class);

  private final ModelCheck check;
  private final ModelCheck checkOfOurs;
  private final ApplicationEventPublisher events;
  private final Supplier<Stream<ReleaseCheck>> checks;
  private final LiveRelease release = new LiveRelease();

  /**
   * @param checks asked at a deployment, since they need the modules of the desk
   */
  public DeploymentGuard(
      ModelBeans beans, ApplicationEventPublisher events, Supplier<Stream<ReleaseCheck>> checks) {
    this.checks = checks;
    this.check = new ModelCheck(beans::offers);
    this.checkOfOurs = new ModelCheck(name -> true);
    this.events = events;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    boolean isByPerson = Context.getCommandContext().getAuthenticatedUserId() != null;
    refuseTooMuch(deployment);
    for (ResourceEntity resource : deployment.getResources().values()) {
      List<Problem> flaws = flawsOf(resource, isByPerson);
      if (!flaws.isEmpty()) {
        throw new ParseException(refusal(resource, flaws), resource.getName(), flaws, List.of());
      }
    }
    if (isByPerson) {
      List<String> names = deployment.getResources().keySet().stream().sorted().toList();
      ReleaseOverlay overlay = release.complete(deployment, Context.getCommandContext());
      refuseWhatOwnersWouldRegret(overlay, names);
      events.publishEvent(new ResourcesDeployed(deployment.getId(), deployment.getName(), names));
    }
  }

  private List<ReleaseComplaint> complaintsOf(Release release) {
    return ReleaseChecks.ask(checks.get(), release);
  }

  /** What was wrong before does not keep an owner from changing something else. */
  private void refuseWhatOwnersWouldRegret(ReleaseOverlay overlay, List<String> sent) {
    Release release = new Release(overlay.together(), Set.copyOf(sent), overlay.live());
    List<ReleaseComplaint> complaints = new ArrayList<>(overlay.complaints());
    complaints.addAll(complaintsOf(release));
    List<ReleaseComplaint> errors =
        new ArrayList<>(complaints.stream().filter(ReleaseComplaint::refuses).toList());
    if (!errors.isEmpty()) {
      errors.removeAll(ReleaseChecks.among(errors, complaintsOf(release.former().orElseThrow())));
    }
    if (errors.isEmpty()) {
      complaints.forEach(complaint -> log.warn("Deployed with a remark: {}", complaint.text()));
      return;
    }
    List<Problem> problems =
        errors.stream()
            .<Problem>map(error -> new ModelProblem(error.elementId(), error.text()))
            .toList();
    throw new RefusedModels(errors, sent, problems);
  }

  private static void refuseTooMuch(DeploymentEntity deployment) {
    List<byte[]> files =
        deployment.getResources().values().stream().map(ResourceEntity::getBytes).toList();
    DeploymentLimits.exceeded(files)
        .ifPresent(
            reason -> {
              throw new BadUserRequestException(RefusalTexts.english(reason));
            });
  }

  private List<Problem> flawsOf(ResourceEntity resource, boolean isByPerson) {
    String name = resource.getName();
    if (ModelXml.isModel(name)) {
      try {
        return (isByPerson ? check : checkOfOurs).flawsOf(resource.getBytes());
      } catch (IllegalArgumentException unreadable) {
        return List.of(
            new ModelProblem("", "The model cannot be read: " + unreadable.getMessage()));
      }
    }
    List<Problem> flaws = new ArrayList<>();
    if (isByPerson && !ModelXml.isForm(name)) {
      flaws.add(
          new ModelProblem(
              "", "Only flows (.bpmn), tables (.dmn) and forms (.form) are deployed."));
    }
    return flaws;
  }

  private static String refusal(ResourceEntity resource, List<Problem> flaws) {
    return "%s is not deployed: %s"
        .formatted(
            resource.getName(),
            flaws.stream().map(Problem::getMessage).distinct().collect(Collectors.joining("; ")));
  }
}
