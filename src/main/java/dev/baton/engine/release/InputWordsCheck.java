package dev.baton.engine.release;

import dev.baton.engine.BlockChoices;
import dev.baton.engine.BlockInput;
import dev.baton.engine.BuildingBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** Whether the inputs of building blocks have one of the words, or a number, that they offer. */
@Component
class InputWordsCheck implements ReleaseCheck {

  private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

  private static final Map<BlockChoices, String> NUMBERS =
      Map.of(
          BlockChoices.NUMBER,
          "\\d{1,9}",
          BlockChoices.PERCENT,
          "[1-9]\\d?|100",
          BlockChoices.NUMBER_OR_CLIENT_SETTING,
          "\\d{1,4}|CLIENT_SETTING");

  private final ListableBeanFactory beans;

  InputWordsCheck(ListableBeanFactory beans) {
    this.beans = beans;
  }

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    release.eachFlow(
        (file, model) -> {
          for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
            List<BlockInput> offered = inputsOf(task.getCamundaDelegateExpression());
            StepInputs.of(task)
                .forEach(
                    (name, given) ->
                        check(file, task, name, given, offered).ifPresent(complaints::add));
          }
        });
    return complaints;
  }

  /** Of all blocks that the bean is. */
  private List<BlockInput> inputsOf(String delegate) {
    Matcher bean = BEAN.matcher(delegate == null ? "" : delegate.strip());
    return bean.matches() && beans.containsBean(bean.group(1))
        ? beans.findAllAnnotationsOnBean(bean.group(1), BuildingBlock.class, false).stream()
            .flatMap(block -> Stream.of(block.inputs()))
            .toList()
        : List.of();
  }

  private static Optional<ReleaseComplaint> check(
      String file, ServiceTask task, String name, String given, List<BlockInput> offered) {
    List<BlockInput> same = offered.stream().filter(block -> block.name().equals(name)).toList();
    List<String> words =
        same.stream()
            .flatMap(block -> BlockChoices.wordsOf(block).stream())
            .distinct()
            .sorted()
            .toList();
    Optional<BlockChoices> number =
        same.stream().map(BlockInput::choices).filter(NUMBERS::containsKey).findFirst();
    boolean isKnown =
        number.map(kind -> given.matches(NUMBERS.get(kind))).orElse(false)
            || words.contains(given)
            || words.isEmpty() && number.isEmpty();
    if (isKnown || given.contains("${") || given.contains("#{")) {
      return Optional.empty();
    }
    return Optional.of(
        ReleaseComplaint.error(
            file,
            task.getId(),
            task.getName(),
            "'%s' is not a value of the input '%s', so the step would fail.".formatted(given, name),
            number
                .map(InputWordsCheck::remedy)
                .orElseGet(() -> "Use one of %s.".formatted(String.join(", ", words)))));
  }

  private static String remedy(BlockChoices number) {
    return switch (number) {
      case PERCENT -> "Enter a whole number from 1 to 100.";
      case NUMBER_OR_CLIENT_SETTING -> "Enter a whole number, or CLIENT_SETTING.";
      default -> "Enter a whole number.";
    };
  }
}
