package dev.baton.engine.guard;

import dev.baton.engine.ResourcesDeployed;
import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseCheck;
import dev.baton.engine.release.ReleaseComplaint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private static final String FORM = ".form";
  private static final int MOST_FILES = 200;
  private static final int LARGEST_FILE = 2 << 20;
  private static final int LARGEST_TOGETHER = 10 << 20;

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
      List<ReleaseComplaint> complaints = new ArrayList<>();
      LiveRelease.Overlay overlay =
          release.complete(deployment, Context.getCommandContext(), complaints::add);
      complaints.addAll(complaintsOf(overlay.together(), names));
      refuseWhatOwnersWouldRegret(complaints, overlay.live(), names);
      events.publishEvent(new ResourcesDeployed(deployment.getId(), deployment.getName(), names));
    }
  }

  private List<ReleaseComplaint> complaintsOf(Map<String, byte[]> files, List<String> changed) {
    Release release = new Release(files, Set.copyOf(changed));
    return checks.get().flatMap(check -> check.complaints(release).stream()).toList();
  }

  /** What was wrong before does not keep an owner from changing something else. */
  private void refuseWhatOwnersWouldRegret(
      List<ReleaseComplaint> complaints, Map<String, byte[]> live, List<String> sent) {
    List<ReleaseComplaint> errors =
        new ArrayList<>(complaints.stream().filter(ReleaseComplaint::refuses).toList());
    if (!errors.isEmpty()) {
      errors.removeAll(complaintsOf(live, List.of()));
    }
    if (errors.isEmpty()) {
      complaints.forEach(complaint -> log.warn("Deployed with a remark: {}", complaint.text()));
      return;
    }
    String text =
        errors.stream()
            .map(error -> "- " + error.text())
            .collect(Collectors.joining("\n", "Nothing is deployed:\n", ""));
    List<Problem> problems =
        errors.stream()
            .<Problem>map(error -> new ModelProblem(error.elementId(), error.text()))
            .toList();
    throw new ParseException(text, String.join(", ", sent), problems, List.of());
  }

  private static void refuseTooMuch(DeploymentEntity deployment) {
    if (deployment.getResources().size() > MOST_FILES) {
      throw new BadUserRequestException(
          "A deployment holds at most %d files.".formatted(MOST_FILES));
    }
    long together = 0;
    for (ResourceEntity resource : deployment.getResources().values()) {
      together += resource.getBytes().length;
      if (resource.getBytes().length > LARGEST_FILE || together > LARGEST_TOGETHER) {
        throw new BadUserRequestException(
            "A file of a deployment has at most %d MB, all of them together %d MB."
                .formatted(LARGEST_FILE >> 20, LARGEST_TOGETHER >> 20));
      }
    }
  }

  private List<Problem> flawsOf(ResourceEntity resource, boolean isByPerson) {
    String name = resource.getName().toLowerCase(Locale.ROOT);
    if (ModelCheck.isModel(name)) {
      try {
        return (isByPerson ? check : checkOfOurs).flawsOf(resource.getBytes());
      } catch (IllegalArgumentException unreadable) {
        return List.of(
            new ModelProblem("", "The model cannot be read: " + unreadable.getMessage()));
      }
    }
    List<Problem> flaws = new ArrayList<>();
    if (isByPerson && !name.endsWith(FORM)) {
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
