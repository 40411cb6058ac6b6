package dev.baton.flow.difference;

import static dev.baton.flow.difference.Changes.between;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** What a process owner changes in a form, field by field. */
class FormDifferencesTest {

  private static final String HOLD = "forms/wait-on-hold.form";

  private static FileDifference only(UnaryOperator<String> edit) {
    List<FileDifference> files = between(HOLD, edit);
    assertThat(files).hasSize(1);
    assertThat(files.get(0).kind()).isEqualTo(FileKind.FORM);
    return files.get(0);
  }

  private static PropertyChange onlyChange(String text, String replacement) {
    FileDifference file = only(all -> all.replace(text, replacement));
    assertThat(file.elements()).hasSize(1);
    assertThat(file.elements().get(0).changes()).hasSize(1);
    return file.elements().get(0).changes().get(0);
  }

  @Test
  void whatAFieldAsksForIsNamed() {
    assertThat(onlyChange("Is the hold over?", "Go on?"))
        .isEqualTo(new PropertyChange(ChangedProperty.LABEL, "", "Is the hold over?", "Go on?"));
    assertThat(onlyChange("\"type\": \"radio\"", "\"type\": \"select\""))
        .isEqualTo(new PropertyChange(ChangedProperty.TYPE, "", "radio", "select"));
    assertThat(onlyChange("=outcome != \\\"extend\\\"", "=outcome = \\\"resume\\\""))
        .isEqualTo(
            new PropertyChange(
                ChangedProperty.VISIBILITY,
                "hide",
                "=outcome != \"extend\"",
                "=outcome = \"resume\""));
    assertThat(onlyChange("\"maxLength\": 10000", "\"maxLength\": 500"))
        .isEqualTo(new PropertyChange(ChangedProperty.OTHER, "validate.maxLength", "10000", "500"));
    assertThat(
            onlyChange(
                "\"baton.label.de\": \"Notiz\",",
                "\"baton.label.de\": \"Notiz\", \"baton.keep\": \"yes\","))
        .isEqualTo(new PropertyChange(ChangedProperty.EXTENSION, "baton.keep", null, "yes"));
  }

  @Test
  void optionsAndWhetherAnAnswerIsNeeded() {
    FileDifference file =
        only(
            text ->
                text.replace("No, extend the hold", "Not yet")
                    .replaceFirst("\"required\": true", "\"required\": false"));

    assertThat(file.elements()).hasSize(1);
    assertThat(file.elements().get(0).id()).isEqualTo("outcome");
    assertThat(file.elements().get(0).changes())
        .containsExactlyInAnyOrder(
            new PropertyChange(ChangedProperty.REQUIRED, "", "true", "false"),
            new PropertyChange(
                ChangedProperty.OPTIONS,
                "",
                "Yes, resume work (resume), No, extend the hold (extend)",
                "Yes, resume work (resume), Not yet (extend)"));
  }

  @Test
  void aFieldThatFillsAnotherVariableIsTheSameField() {
    assertThat(onlyChange("\"key\": \"note\"", "\"key\": \"remark\""))
        .isEqualTo(new PropertyChange(ChangedProperty.KEY, "", "note", "remark"));
  }

  @Test
  void fieldsAreAddedRemovedAndMoved() {
    String field =
        "{\"type\": \"checkbox\", \"key\": \"urgent\", \"label\": \"Urgent\", \"id\": \"u\"}";
    FileDifference added =
        only(text -> text.replaceFirst("\"components\": \\[", "\"components\": [" + field + ","));
    assertThat(added.elements())
        .extracting(each -> each.state() + " " + each.id() + " " + each.label())
        .containsExactly("ADDED urgent Urgent");

    FileDifference moved =
        only(
            text -> {
              int start = text.indexOf("{\n      \"id\": \"noteField\"");
              int end = text.indexOf("}\n  ]", start);
              String note = text.substring(start, text.lastIndexOf("}", end) + 1);
              return text.replace(",\n    " + note, "")
                  .replaceFirst(
                      "\"components\": \\[",
                      Matcher.quoteReplacement("\"components\": [" + note + ","));
            });
    assertThat(moved.elements()).hasSize(1);
    assertThat(moved.elements().get(0).changes())
        .containsExactly(new PropertyChange(ChangedProperty.POSITION, "", "5", "1"));
  }

  @Test
  void aBrokenFormIsOneChange() {
    FileDifference file = only(text -> text.substring(0, 200));

    assertThat(file.id()).isEqualTo("wait-on-hold");
    assertThat(file.elements().get(0).changes().get(0).property())
        .isEqualTo(ChangedProperty.UNREADABLE);
  }
}
