package dev.baton.flow.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.engine.FormTranslation;
import dev.baton.flow.check.ModelVariables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormTest {

  private static final String GERMAN = "baton.%s.de";

  /** What the form viewer inside Tasklist 7.24 draws and Baton uses. */
  private static final Set<String> TYPES =
      Set.of("text", "textfield", "textarea", "datetime", "radio", "select", "checkbox");

  /** What somebody outside the desk may have written, or have got written. */
  private static final Set<String> WRITTEN_BY_STRANGERS =
      Set.of("subject", "client", "trouble", "sender", "address");

  private static final Set<String> WITHOUT_INCIDENT =
      Set.of("log-a-contact", "close-gap", "look-at-quarantined-mail");

  private static final List<String> OUTCOMES_OF_SECOND_LINE =
      List.of("resolved", "hold", "reassign", "askForHelp", "duplicate", "cancel");

  private static final Map<String, List<String>> OUTCOMES =
      Map.of(
          "resolve-at-first-line",
          List.of(
              "resolved",
              "hold",
              "passToSecondLine",
              "reassign",
              "askForHelp",
              "duplicate",
              "cancel"),
          "resolve-at-second-line",
          OUTCOMES_OF_SECOND_LINE,
          "wait-on-hold",
          List.of("resume", "extend"),
          "confirm-resolution",
          List.of("confirmed", "rejected"),
          "resolve-related",
          List.of("resolveRelated", "leaveRelated"),
          "mend-address",
          List.of("sendAgain", "giveUp"),
          "look-at-quarantined-mail",
          List.of("retry", "dismiss"));

  private static final Map<String, List<String>> CHOICES =
      Map.of(
          "kind",
          List.of("INCIDENT", "INFORMATION", "ABANDONED"),
          "channel",
          List.of("PHONE", "WALK_IN", "EMAIL", "CHAT", "WEB"),
          "impact",
          List.of("HIGH", "MEDIUM", "LOW"),
          "urgency",
          List.of("HIGH", "MEDIUM", "LOW"),
          "newImpact",
          List.of("HIGH", "MEDIUM", "LOW"),
          "newUrgency",
          List.of("HIGH", "MEDIUM", "LOW"),
          "decision",
          List.of(
              "REASSIGN", "ADD_PERSON", "TAKE_OVER", "REPRIORITISE", "TELL_CLIENT", "STAND_DOWN"),
          "holdReason",
          List.of("REQUESTER", "SUPPLIER", "PROBLEM", "CHANGE"),
          "resolutionCode",
          List.of("FIXED", "WORKAROUND", "NOT_REPRODUCIBLE", "USER_GUIDANCE", "NO_FAULT_FOUND"));

  static List<Path> forms() {
    return ModelFiles.forms();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void tasklistCanDrawIt(Path file) {
    JsonNode form = read(file);

    assertThat(file).hasFileName(form.get("id").asText() + ".form");
    assertThat(form.get("schemaVersion").asInt()).isBetween(1, 16);
    assertThat(form.get("components"))
        .isNotEmpty()
        .allSatisfy(component -> assertThat(component.get("type").asText()).isIn(TYPES))
        .allSatisfy(component -> assertThat(component.has("components")).isFalse());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void idsAndKeysAreUniqueAndEveryKeyIsKnown(Path file) {
    List<String> ids = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (JsonNode component : read(file).get("components")) {
      ids.add(component.get("id").asText());
      if (component.has("key")) {
        keys.add(component.get("key").asText());
      }
    }

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+([A-Z][a-z]+)*"));
    assertThat(keys).doesNotHaveDuplicates().isSubsetOf(ModelVariables.TYPEABLE);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFieldHasALabelAndEveryOptionIsUnderstood(Path file) {
    JsonNode form = read(file);
    for (JsonNode component : form.get("components")) {
      String type = component.get("type").asText();
      if (type.equals("datetime")) {
        assertThat(component.get("dateLabel").asText()).isNotBlank();
        assertThat(component.get("timeLabel").asText()).isNotBlank();
      } else if (!type.equals("text")) {
        assertThat(component.get("label").asText()).isNotBlank();
      }
      if (type.equals("radio") || type.equals("select")) {
        String key = component.get("key").asText();
        assertThat(component.get("values"))
            .allSatisfy(option -> assertThat(option.get("label").asText()).isNotBlank())
            .extracting(option -> option.get("value").asText())
            .containsExactlyElementsOf(
                key.equals("outcome") ? OUTCOMES.get(form.get("id").asText()) : CHOICES.get(key));
      }
    }
  }

  /** A text of a form is Markdown: a backslash before each mark leaves none of it in effect. */
  private static String asText(String variable) {
    return "{{replace(" + variable + ", \"([!-/:-@\\\\[-`{-~])\", \"\\\\$1\")}}";
  }

  @ParameterizedTest
  @MethodSource("forms")
  void itBeginsWithTheIncidentAndShowsAgreedVariablesOnly(Path file) {
    JsonNode form = read(file);
    JsonNode header = form.get("components").get(0);

    assertThat(header.get("type").asText()).isEqualTo("text");
    if (!WITHOUT_INCIDENT.contains(form.get("id").asText())) {
      assertThat(header.get("text").asText())
          .contains("{{incidentNumber}}", "{{priority}}", asText("client"), asText("subject"));
    }
    List<JsonNode> texts = form.findValues("text");
    texts.addAll(form.findValues(GERMAN.formatted("text")));
    for (JsonNode text : texts) {
      Matcher shown = Pattern.compile("\\{\\{(.*?)}}").matcher(text.asText());
      while (shown.find()) {
        Optional<String> written =
            WRITTEN_BY_STRANGERS.stream()
                .filter(variable -> asText(variable).equals(shown.group()))
                .findFirst();
        String variable = written.orElse(shown.group(1));
        assertThat(variable).isIn(ModelVariables.KEPT);
        assertThat(written.isPresent())
            .as("%s is shown without its Markdown", variable)
            .isEqualTo(WRITTEN_BY_STRANGERS.contains(variable));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aFieldHidesByAnAnswerOfTheSameForm(Path file) {
    JsonNode form = read(file);
    Set<String> answers = new HashSet<>();
    form.get("components")
        .findValues("values")
        .forEach(values -> values.forEach(value -> answers.add(value.get("value").asText())));
    for (JsonNode hide : form.findValues("hide")) {
      assertThat(hide.asText()).startsWith("=").matches(".*\\b(outcome|kind|decision)\\b.*");
      Matcher literal = Pattern.compile("\"([^\"]+)\"").matcher(hide.asText());
      while (literal.find()) {
        assertThat(literal.group(1)).isIn(answers);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void whatIsTypedIsBounded(Path file) {
    for (JsonNode component : read(file).get("components")) {
      if (component.get("type").asText().startsWith("text") && component.has("key")) {
        boolean bounded =
            component.path("validate").has("maxLength")
                || component.path("validate").has("pattern");
        assertThat(bounded).as(component.get("id").asText()).isTrue();
        assertThat(component.path("validate").path("maxLength").asInt(1)).isBetween(1, 10_000);
      }
      if (component.get("type").asText().equals("datetime")) {
        assertThat(component.get("timeSerializingFormat").asText()).isEqualTo("utc_normalized");
      }
    }
  }

  static Stream<Path> formsAndThoseOfFragments() {
    return Stream.concat(
        forms().stream(),
        ModelFiles.in(ModelFiles.PROCESSES.resolve("fragments"), ".form").stream());
  }

  @ParameterizedTest
  @MethodSource("formsAndThoseOfFragments")
  void everyTextIsThereInGerman(Path file) {
    for (JsonNode component : read(file).get("components")) {
      FormTranslation.texts(component)
          .forEach(
              (text, english) -> {
                String german = component.path("properties").path(GERMAN.formatted(text)).asText();
                assertThat(german).as("%s of %s", text, component.get("id")).isNotBlank();
                assertThat(skeleton(german))
                    .isEqualTo(english.startsWith("=") ? skeleton(english) : "");
              });
    }
  }

  /** An expression without what it answers. */
  private static String skeleton(String text) {
    return text.startsWith("=") ? text.replaceAll("\\b(then|else) \"[^\"]*\"", "$1") : "";
  }

  @Test
  void secondLineHasTheFormOfFirstLineWithoutPassingOn() {
    JsonNode first = read(ModelFiles.FORMS.resolve("resolve-at-first-line.form"));
    JsonNode second = read(ModelFiles.FORMS.resolve("resolve-at-second-line.form"));

    assertThat(keys(second)).isEqualTo(keys(first));
  }

  private static List<String> keys(JsonNode form) {
    return form.get("components").findValuesAsText("key");
  }

  private static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
