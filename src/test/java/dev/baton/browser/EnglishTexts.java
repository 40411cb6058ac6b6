package dev.baton.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.engine.FormTranslation;
import dev.baton.engine.Translation;
import dev.baton.engine.release.TaskProperties;
import dev.baton.flow.model.ModelFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * What an English reader of Tasklist sees of models, forms, lists and of Tasklist itself. Words
 * that German has as well, such as Team, are left out.
 */
final class EnglishTexts {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ANSWER = Pattern.compile("\\b(?:then|else) \"([^\"]*)\"");

  /** What the form viewer says itself. */
  private static final List<String> OF_FORM_VIEWER =
      List.of(
          "Select",
          "Search",
          "No results",
          "Field is required.",
          "Field must match pattern INC-[0-9]{4}-[0-9]{6,}.",
          "January",
          "October",
          "Wed");

  private static final String LOCALES =
      "/META-INF/resources/webjars/camunda/app/tasklist/locales/%s.json";

  private final Set<String> english = new HashSet<>();
  private final Set<String> german = new HashSet<>();

  private EnglishTexts() {}

  /**
   * @param filters the lists, as the engine answers them
   */
  static Set<String> of(String filters) {
    EnglishTexts texts = new EnglishTexts();
    ModelFiles.flows().forEach(texts::addFlow);
    ModelFiles.in(ModelFiles.FORMS, ".form").forEach(texts::addForm);
    texts.addLists(read(filters));
    texts.addOwnOfTasklist();
    texts.english.addAll(OF_FORM_VIEWER);
    texts.english.removeAll(texts.german);
    texts.english.removeIf(text -> !text.matches("(?s).*\\p{L}{2}.*"));
    return texts.english;
  }

  private void addFlow(Path file) {
    BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
    List<BaseElement> named = new ArrayList<>(model.getModelElementsByType(Process.class));
    named.addAll(model.getModelElementsByType(UserTask.class));
    for (BaseElement element : named) {
      english.add(
          element instanceof Process flow ? flow.getName() : ((FlowElement) element).getName());
      german.addAll(Translation.names(TaskProperties.of(element)).values());
    }
  }

  private void addForm(Path file) {
    for (JsonNode component : read(ModelFiles.read(file)).path("components")) {
      FormTranslation.texts(component).values().forEach(text -> add(text, english));
      component.path("properties").forEach(text -> add(text.asText().replace("\\n", "\n"), german));
    }
  }

  /** The words that stand by themselves on the page. */
  private static void add(String text, Set<String> words) {
    Stream<String> parts =
        text.startsWith("=")
            ? ANSWER.matcher(text).results().map((MatchResult answer) -> answer.group(1))
            : Stream.of(text.replaceAll("(?s)\\{\\{.*?}}", "\n").split("\n"));
    parts.map(part -> part.replaceAll("^[#>*·:\\s]+|[*·:\\s]+$", "")).forEach(words::add);
  }

  private void addLists(JsonNode filters) {
    for (JsonNode list : filters) {
      english.add(list.path("name").asText());
      english.add(list.path("properties").path("description").asText());
      list.path("properties")
          .path("variables")
          .forEach(variable -> english.add(variable.path("label").asText()));
    }
  }

  private void addOwnOfTasklist() {
    JsonNode own = locale("en");
    JsonNode translated = locale("de");
    own.fields()
        .forEachRemaining(
            (Map.Entry<String, JsonNode> label) -> {
              english.add(label.getValue().asText());
              german.add(translated.path(label.getKey()).asText());
            });
  }

  private static JsonNode locale(String language) {
    try (InputStream file = EnglishTexts.class.getResourceAsStream(LOCALES.formatted(language))) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return read(text.substring(text.indexOf('{'))).path("labels");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
