package dev.baton.flow.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.engine.BlockChoices;
import dev.baton.engine.BlockInput;
import dev.baton.engine.BuildingBlock;
import dev.baton.engine.InternalStep;
import dev.baton.engine.UserTaskKind;
import dev.baton.escalation.Trigger;
import dev.baton.flow.model.ModelFiles;
import dev.baton.incident.HoldReason;
import dev.baton.incident.WorkingTimeUnit;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuildingBlocksTest {

  private static final BlockCatalogue CATALOGUE = new BlockCatalogue();

  static Set<Map.Entry<String, AnnotatedElement>> delegates() {
    return CATALOGUE.delegates().entrySet();
  }

  static List<Block> blocks() {
    return CATALOGUE.blocks();
  }

  static List<Path> flows() {
    return ModelFiles.flows();
  }

  static Set<Path> files() {
    return BlockFiles.expected().keySet();
  }

  @ParameterizedTest
  @MethodSource("files")
  void templatesAndGuideSayWhatTheCodeSays(Path file) {
    assertThat(BlockFiles.isUpToDate(file, BlockFiles.expected().get(file)))
        .as(
            "%s differs from the building blocks in the code; run: %s",
            file.toString().replace('\\', '/'), BlockFiles.COMMAND)
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("delegates")
  void everyDelegateIsABlockOrSaysWhyNot(Map.Entry<String, AnnotatedElement> delegate) {
    boolean isBlock = !BlockCatalogue.textsOf(delegate.getValue()).isEmpty();
    InternalStep internal = delegate.getValue().getAnnotation(InternalStep.class);

    assertThat(isBlock)
        .as("%s has either @BuildingBlock or @InternalStep", delegate.getKey())
        .isEqualTo(internal == null);
    if (internal != null) {
      assertThat(internal.value()).as(delegate.getKey()).endsWith(".");
    }
  }

  @Test
  void everyKindOfUserTaskIsABlock() {
    assertThat(blocks().stream().map(Block::kind)).contains(UserTaskKind.values());
  }

  @ParameterizedTest
  @MethodSource("flows")
  void everyStepOfAShippedFlowIsABlock(Path file) {
    Set<String> known = new HashSet<>(CATALOGUE.internalSteps());
    blocks().stream().filter(block -> !block.isUserTask()).map(Block::bean).forEach(known::add);

    assertThat(Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(ServiceTask.class))
        .allSatisfy(
            step ->
                assertThat(known)
                    .as("the building blocks, among them that of %s", step.getId())
                    .contains(step.getCamundaDelegateExpression().replaceAll("[${}]", "")));
  }

  @Test
  void idsAndNamesAreUnique() {
    assertThat(blocks().stream().map(Block::id)).doesNotHaveDuplicates();
    assertThat(blocks().stream().map(Block::name)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void saysInShortWhatItDoes(Block block) {
    BuildingBlock text = block.text();

    assertThat(text.name()).hasSizeBetween(4, 40).doesNotEndWith(".");
    assertThat(text.description()).hasSizeBetween(20, 160).endsWith(".");
    assertThat(block.inputs())
        .allSatisfy(
            input -> {
              assertThat(input.label()).isNotBlank();
              assertThat(input.required() || block.isUserTask())
                  .as("an optional input parameter of %s would hide what a form sets", block)
                  .isTrue();
            });
  }

  static Set<Map.Entry<String, List<String>>> wordsOfTheCodeByInput() {
    return Map.of(
            "trigger", names(Trigger.values()),
            "holdReason", names(HoldReason.values()),
            "unit", names(WorkingTimeUnit.values()))
        .entrySet();
  }

  private static List<String> names(Enum<?>[] all) {
    return Stream.of(all).map(Enum::name).toList();
  }

  @ParameterizedTest
  @MethodSource("wordsOfTheCodeByInput")
  void offersEveryWordThatTheCodeKnows(Map.Entry<String, List<String>> known) {
    List<BlockInput> inputs =
        blocks().stream()
            .flatMap(block -> block.inputs().stream())
            .filter(input -> input.name().equals(known.getKey()))
            .toList();

    assertThat(inputs).isNotEmpty();
    assertThat(inputs)
        .allSatisfy(
            input ->
                assertThat(BlockChoices.wordsOf(input))
                    .filteredOn(word -> !word.equals("CLIENT_SETTING"))
                    .containsExactlyInAnyOrderElementsOf(known.getValue()));
  }

  @Test
  void everyTemplateFixesWhatMakesItTheBlock() {
    for (Block block : blocks()) {
      JsonNode template =
          ElementTemplates.stored().findParents("appliesTo").stream()
              .filter(stored -> stored.path("id").asText().equals(block.id()))
              .findFirst()
              .orElseThrow();

      JsonNode first = template.path("properties").path(0);
      assertThat(first.path("type").asText()).isEqualTo("Hidden");
      assertThat(first.path("value").asText())
          .isEqualTo(block.isUserTask() ? block.kind().word() : block.delegateExpression());
      assertThat(template.path("elementType").path("value").asText())
          .isEqualTo(block.elementType());
    }
  }
}
