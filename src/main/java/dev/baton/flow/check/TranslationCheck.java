package dev.baton.flow.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.engine.FormTranslation;
import dev.baton.engine.Translation;
import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseCheck;
import dev.baton.engine.release.ReleaseComplaint;
import dev.baton.engine.release.TaskProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Whether a flow or a form that is translated in part is translated as a whole, and nothing is
 * translated that nobody would see. Whoever translates nothing is not told.
 */
@Component
class TranslationCheck implements ReleaseCheck {

  /** Something whose properties translate what people read of it. */
  private record Translated(
      String id, String label, Map<String, String> texts, Map<String, String> properties) {

    boolean has(String text, String language) {
      return !properties.getOrDefault(new Translation(text, language).property(), "").isBlank();
    }

    boolean isBegun(String language) {
      return texts.keySet().stream().anyMatch(text -> has(text, language));
    }
  }

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    release.eachFlow(
        (file, model) -> {
          List<Translated> named = new ArrayList<>();
          model
              .getModelElementsByType(Process.class)
              .forEach(flow -> named.add(named(flow, flow.getName())));
          model
              .getModelElementsByType(UserTask.class)
              .forEach(task -> named.add(named(task, task.getName())));
          check(file, named, complaints);
        });
    release
        .forms()
        .forEach(
            (file, form) -> {
              List<Translated> components = new ArrayList<>();
              collect(form, components);
              check(file, components, complaints);
            });
    return complaints;
  }

  private static Translated named(BaseElement element, String name) {
    return new Translated(
        element.getId(),
        name,
        name == null || name.isBlank() ? Map.of() : Map.of(Translation.NAME, name),
        new TreeMap<>(TaskProperties.of(element)));
  }

  private static void collect(JsonNode parent, List<Translated> found) {
    for (JsonNode component : parent.path("components")) {
      Map<String, String> properties = new TreeMap<>();
      component
          .path("properties")
          .fields()
          .forEachRemaining(one -> properties.put(one.getKey(), one.getValue().asText("")));
      found.add(
          new Translated(
              component.path("id").asText(""),
              component.path("label").asText(component.path("key").asText(null)),
              FormTranslation.texts(component),
              properties));
      collect(component, found);
    }
  }

  private static void check(String file, List<Translated> all, List<ReleaseComplaint> complaints) {
    all.forEach(one -> checkUnseen(file, one, complaints));
    for (String language : Translation.LANGUAGES) {
      if (all.stream().anyMatch(one -> one.isBegun(language))) {
        all.forEach(one -> checkMissing(file, one, language, complaints));
      }
    }
  }

  private static void checkUnseen(String file, Translated one, List<ReleaseComplaint> complaints) {
    one.properties()
        .keySet()
        .forEach(
            property ->
                Translation.of(property)
                    .map(translation -> unseen(one, property, translation))
                    .filter(problem -> !problem.isEmpty())
                    .ifPresent(
                        problem ->
                            complaints.add(
                                ReleaseComplaint.warning(
                                    file, one.id(), one.label(), problem, remedy(one, property)))));
  }

  private static String unseen(Translated one, String property, Translation translation) {
    if (!translation.isOfKnownLanguage()) {
      return "'%s' is for a language that nobody can choose, so nobody would see it."
          .formatted(property);
    }
    return one.texts().containsKey(translation.text())
        ? ""
        : "'%s' translates something that is not there, so nobody would see it."
            .formatted(property);
  }

  private static String remedy(Translated one, String property) {
    List<String> possible =
        one.texts().keySet().stream()
            .flatMap(
                text ->
                    Translation.LANGUAGES.stream()
                        .map(language -> new Translation(text, language).property()))
            .sorted()
            .toList();
    return possible.isEmpty()
        ? "Remove the property."
        : SimilarWord.of(property, possible)
            .map("Did you mean '%s'?"::formatted)
            .orElse("Use one of %s, or remove it.".formatted(String.join(", ", possible)));
  }

  private static void checkMissing(
      String file, Translated one, String language, List<ReleaseComplaint> complaints) {
    List<String> missing =
        one.texts().keySet().stream()
            .filter(text -> !one.has(text, language))
            .map(text -> new Translation(text, language).property())
            .toList();
    if (!missing.isEmpty()) {
      String shown = Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
      complaints.add(
          ReleaseComplaint.warning(
              file,
              one.id(),
              one.label(),
              "Other parts of this file are in %s as well, but this one is not, or not all of it."
                  .formatted(shown),
              "Set %s.".formatted(String.join(", ", missing))));
    }
  }
}
