package dev.baton.engine.guard;

import dev.baton.engine.release.ModelXml;
import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseCheck;
import dev.baton.engine.release.ReleaseChecks;
import dev.baton.engine.release.ReleaseComplaint;
import dev.baton.engine.release.ReleaseConsequence;
import dev.baton.engine.release.ReleaseForecast;
import dev.baton.engine.release.ReleaseInspection;
import dev.baton.engine.release.ReleaseOverlay;
import dev.baton.engine.release.ReleaseReview;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.Problem;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Asks the same checks in the same order as {@link DeploymentGuard}: what must not be in a file,
 * what an owner would regret, and what the engine cannot read. Later ones are only asked while the
 * earlier find no error.
 */
@Component
class EngineReleaseInspection implements ReleaseInspection {

  private final ListableBeanFactory beans;
  private final ObjectProvider<ModelReader> reader;
  private final ModelCheck check;

  EngineReleaseInspection(ListableBeanFactory beans, ObjectProvider<ModelReader> reader) {
    this.beans = beans;
    this.reader = reader;
    this.check = new ModelCheck(new ModelBeans(beans)::offers);
  }

  @Override
  public ReleaseReview inspect(Map<String, byte[]> sent, Map<String, byte[]> live) {
    return review(sent, live, true);
  }

  @Override
  public ReleaseReview check(Map<String, byte[]> sent, Map<String, byte[]> live) {
    return review(sent, live, false);
  }

  private ReleaseReview review(
      Map<String, byte[]> sent, Map<String, byte[]> live, boolean withConsequences) {
    Set<String> notChecked = new TreeSet<>();
    List<ReleaseComplaint> refused = refused(sent);
    if (!refused.isEmpty()) {
      return new ReleaseReview(refused, List.of(), List.of(), List.of());
    }
    List<ReleaseCheck> checks = checks(notChecked);
    ReleaseOverlay overlay = ReleaseOverlay.of(sent, live);
    Release release = new Release(overlay.together(), sent.keySet(), live);
    List<ReleaseComplaint> remarks = new ArrayList<>(overlay.complaints());
    remarks.addAll(ReleaseChecks.ask(checks.stream(), release));
    List<ReleaseComplaint> known =
        remarks.isEmpty()
            ? List.of()
            : ReleaseChecks.ask(checks.stream(), release.former().orElseThrow());
    List<ReleaseComplaint> still = ReleaseChecks.among(known, remarks);
    remarks.removeAll(ReleaseChecks.among(remarks, known));
    if (remarks.stream().noneMatch(ReleaseComplaint::refuses)) {
      sent.forEach((file, content) -> remarks.addAll(unreadable(file, content)));
    }
    List<ReleaseConsequence> consequences =
        !withConsequences || remarks.stream().anyMatch(ReleaseComplaint::refuses)
            ? List.of()
            : within(ReleaseForecast.class, new TreeSet<>()).stream()
                .flatMap(each -> each.consequences(release).stream())
                .toList();
    return new ReleaseReview(List.copyOf(remarks), still, consequences, List.copyOf(notChecked));
  }

  @Override
  public ReleaseReview inspect(Map<String, byte[]> release) {
    Set<String> notChecked = new TreeSet<>();
    Release all = new Release(release, release.keySet());
    List<ReleaseComplaint> remarks = ReleaseChecks.ask(checks(notChecked).stream(), all);
    return new ReleaseReview(remarks, List.of(), List.of(), List.copyOf(notChecked));
  }

  private List<ReleaseComplaint> refused(Map<String, byte[]> sent) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    sent.keySet().stream()
        .sorted()
        .forEach(
            file -> {
              if (ModelXml.isModel(file)) {
                complaints.addAll(flaws(file, sent.get(file)));
              } else if (!ModelXml.isForm(file)) {
                complaints.add(
                    ReleaseComplaint.error(
                        file,
                        "",
                        null,
                        "It is neither a flow (.bpmn) nor a table (.dmn) nor a form (.form).",
                        "Leave it out: only these are deployed."));
              }
            });
    return complaints;
  }

  private List<ReleaseComplaint> flaws(String file, byte[] content) {
    try {
      Map<String, String> labels = ModelXml.labels(content);
      return check.flawsOf(content).stream()
          .distinct()
          .map(flaw -> complaint(file, flaw, labels))
          .toList();
    } catch (IllegalArgumentException unreadable) {
      return List.of(
          ReleaseComplaint.error(
              file,
              "",
              null,
              "The file cannot be read: %s.".formatted(unreadable.getMessage()),
              "Open it in Modeler, mend what it says, and save it again."));
    }
  }

  private static ReleaseComplaint complaint(String file, Problem flaw, Map<String, String> labels) {
    String words = ((ModelProblem) flaw).words();
    return ReleaseComplaint.error(
        file,
        flaw.getMainElementId(),
        labels.get(flaw.getMainElementId()),
        StringUtils.capitalize(words) + ".",
        "Use a building block instead, or remove it.");
  }

  private List<ReleaseComplaint> unreadable(String file, byte[] content) {
    ModelReader engine = reader.getIfAvailable();
    return engine == null || !ModelXml.isModel(file) ? List.of() : engine.complaints(file, content);
  }

  /** Those that can be asked here; without a desk, some lack what they need. */
  private <T> List<T> within(Class<T> type, Set<String> notChecked) {
    List<T> found = new ArrayList<>();
    for (String name : beans.getBeanNamesForType(type)) {
      try {
        found.add(beans.getBean(name, type));
      } catch (BeansException outOfReach) {
        notChecked.add(StringUtils.uncapitalize(name));
      }
    }
    return found;
  }

  private List<ReleaseCheck> checks(Set<String> notChecked) {
    List<ReleaseCheck> checks = within(ReleaseCheck.class, notChecked);
    checks.forEach(check -> notChecked.addAll(check.notChecked()));
    if (reader.getIfAvailable() == null) {
      notChecked.add("what only the engine finds when it reads a file");
    }
    return checks;
  }
}
