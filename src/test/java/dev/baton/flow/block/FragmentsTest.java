package dev.baton.flow.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.flow.model.ModelFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FragmentsTest {

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  static List<Path> fragments() {
    return ModelFiles.fragments();
  }

  @ParameterizedTest
  @MethodSource("fragments")
  void isValidNamedAfterItsFileAndInTheGuide(Path file) {
    BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());

    Bpmn.validateModel(model);
    assertThat(model.getModelElementsByType(Process.class))
        .singleElement()
        .satisfies(process -> assertThat(file).hasFileName(process.getId() + ".bpmn"));
    assertThat(BlockTable.stored()).contains("`" + file.getFileName() + "`");
  }

  @ParameterizedTest
  @MethodSource("fragments")
  void everyTaskIsABlockWithAllThatItsTemplateAsksFor(Path file) {
    for (Task task : Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(Task.class)) {
      JsonNode template =
          template(
              task.getAttributeValueNs(CAMUNDA, "modelerTemplate"),
              task.getAttributeValueNs(CAMUNDA, "modelerTemplateVersion"));

      assertThat(template.path("elementType").path("value").asText())
          .isEqualTo(task instanceof UserTask ? "bpmn:UserTask" : "bpmn:ServiceTask");
      template.path("properties").forEach(property -> assertHas(task, property));
    }
  }

  @ParameterizedTest
  @MethodSource("fragments")
  void everyFormIsDeliveredOrStandsBesideIt(Path file) {
    for (UserTask task :
        Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(UserTask.class)) {
      String form = task.getCamundaFormRef() + ".form";
      assertThat(
              Files.exists(ModelFiles.FORMS.resolve(form))
                  || Files.exists(file.resolveSibling(form)))
          .as(form)
          .isTrue();
    }
  }

  private static JsonNode template(String id, String version) {
    return ElementTemplates.stored().findParents("appliesTo").stream()
        .filter(template -> template.path("id").asText().equals(id))
        .filter(template -> template.path("version").asText().equals(version))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("no template %s in version %s".formatted(id, version)));
  }

  private static void assertHas(Task task, JsonNode property) {
    String name = property.path("binding").path("name").asText();
    String value =
        switch (property.path("binding").path("type").asText()) {
          case "property" -> task.getAttributeValueNs(CAMUNDA, name.replace("camunda:", ""));
          case "camunda:property" ->
              first(task, CamundaProperty.class, name).getAttributeValue("value");
          default -> first(task, CamundaInputParameter.class, name).getTextContent().strip();
        };
    if (property.path("type").asText().equals("Hidden")) {
      assertThat(value)
          .as("%s of %s", name, task.getId())
          .isEqualTo(property.path("value").asText());
    }
    if (property.path("constraints").path("notEmpty").asBoolean()) {
      assertThat(value).as("%s of %s", name, task.getId()).isNotBlank();
    }
    JsonNode pattern = property.path("constraints").path("pattern").path("value");
    if (!pattern.isMissingNode() && value != null) {
      assertThat(value).as("%s of %s", name, task.getId()).matches(pattern.asText());
    }
  }

  private static <T extends ModelElementInstance> T first(Task task, Class<T> type, String name) {
    return task.getModelInstance().getModelElementsByType(type).stream()
        .filter(element -> isWithin(element, task))
        .filter(element -> name.equals(element.getAttributeValue("name")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("%s has no %s".formatted(task.getId(), name)));
  }

  private static boolean isWithin(ModelElementInstance element, Task task) {
    for (ModelElementInstance at = element; at != null; at = at.getParentElement()) {
      if (at.equals(task)) {
        return true;
      }
    }
    return false;
  }
}
