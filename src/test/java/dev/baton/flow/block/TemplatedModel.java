package dev.baton.flow.block;

import dev.baton.engine.BlockInput;
import dev.baton.engine.UserTaskDescription;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A shipped model whose steps name the element templates that they are made of, so that Modeler
 * offers their inputs. The rest of the file stays as its author wrote it.
 */
final class TemplatedModel {

  private static final Pattern STEP =
      Pattern.compile("(<bpmn:(userTask|serviceTask)\\b)([^>]*>)(.*?</bpmn:\\2>)", Pattern.DOTALL);
  private static final Pattern NAMED =
      Pattern.compile("\\s+camunda:modelerTemplate(Version)?=\"[^\"]*\"");
  private static final Pattern DELEGATE =
      Pattern.compile("camunda:delegateExpression=\"\\$\\{(\\w+)}\"");
  private static final Pattern KIND =
      Pattern.compile("name=\"" + UserTaskDescription.KIND + "\" value=\"(\\w+)\"");
  private static final Pattern INPUT = Pattern.compile("<camunda:inputParameter name=\"(\\w+)\"");

  private final List<Block> blocks;

  TemplatedModel(List<Block> blocks) {
    this.blocks = blocks;
  }

  /** The text of the model with the templates of all its steps. */
  String of(String model) {
    return STEP.matcher(model)
        .replaceAll(
            step -> {
              String attributes = NAMED.matcher(step.group(3)).replaceAll("");
              String named = block(attributes, step.group(4)).map(TemplatedModel::name).orElse("");
              return Matcher.quoteReplacement(
                  step.group(1)
                      + attributes.substring(0, attributes.length() - 1)
                      + named
                      + ">"
                      + step.group(4));
            });
  }

  private Optional<Block> block(String attributes, String content) {
    Matcher delegate = DELEGATE.matcher(attributes);
    if (delegate.find()) {
      Set<String> given =
          INPUT.matcher(content).results().map(found -> found.group(1)).collect(Collectors.toSet());
      return blocks.stream()
          .filter(block -> delegate.group(1).equals(block.bean()))
          .filter(block -> given.containsAll(names(block)))
          .max(Comparator.comparingInt(block -> block.inputs().size()));
    }
    Matcher kind = KIND.matcher(content);
    return kind.find()
        ? blocks.stream()
            .filter(Block::isUserTask)
            .filter(block -> block.kind().word().equals(kind.group(1)))
            .findFirst()
        : Optional.empty();
  }

  private static String name(Block block) {
    return " camunda:modelerTemplate=\"%s\" camunda:modelerTemplateVersion=\"%d\""
        .formatted(block.id(), block.text().version());
  }

  private static List<String> names(Block block) {
    return block.inputs().stream().filter(BlockInput::required).map(BlockInput::name).toList();
  }
}
