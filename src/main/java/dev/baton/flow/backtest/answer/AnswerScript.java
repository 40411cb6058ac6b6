package dev.baton.flow.backtest.answer;

import dev.baton.engine.UserTaskKind;
import dev.baton.flow.backtest.answer.AnswersFile.AnswerLine;
import dev.baton.flow.backtest.answer.AnswersFile.OutcomeLine;
import dev.baton.flow.backtest.answer.StepAnswers.ShareOfAnswers;
import dev.baton.flow.backtest.replay.InvalidUsage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How people answer at steps that a log knows nothing of. */
public final class AnswerScript {

  private static final List<Integer> AN_HOUR = List.of(60);
  private static final double TOLERANCE = 0.001;

  private final List<NamedAnswers> answers;
  private final StepAnswers others;

  /** Of a step with this id, this label or this kind: one of them, the others are null. */
  record NamedAnswers(String step, String label, UserTaskKind kind, StepAnswers answers) {

    boolean fit(ScriptedStep asked) {
      return asked.id().equals(step)
          || label != null && label.equalsIgnoreCase(asked.label())
          || kind != null && kind == asked.kind();
    }

    String name() {
      return step != null ? step : label != null ? label : kind.word();
    }
  }

  private AnswerScript(List<NamedAnswers> answers, StepAnswers others) {
    this.answers = answers;
    this.others = others;
  }

  /**
   * @param file null if everything has its default
   * @throws InvalidUsage with line or field, when it makes no sense
   */
  public static AnswerScript in(Path file) {
    if (file == null) {
      return new AnswerScript(List.of(), new StepAnswers(AN_HOUR, List.of()));
    }
    AnswersFile text = AnswersFile.read(file);
    List<NamedAnswers> answers = new ArrayList<>();
    for (AnswerLine line : text.answers()) {
      answers.add(answers(file, "answers[%d]".formatted(answers.size()), line));
    }
    List<Integer> after = text.others() == null ? null : text.others().after();
    return new AnswerScript(
        answers, new StepAnswers(minutes(file, "default.after", after), List.of()));
  }

  private static NamedAnswers answers(Path file, String field, AnswerLine line) {
    if (line == null
        || Stream.of(line.step(), line.label(), line.kind())
                .filter(name -> name != null && !name.isBlank())
                .count()
            != 1) {
      throw refused(file, field, "must name one of step, label and kind");
    }
    UserTaskKind kind =
        line.kind() == null
            ? null
            : UserTaskKind.of(line.kind())
                .orElseThrow(
                    () ->
                        refused(
                            file,
                            field + ".kind",
                            "is '%s'; accepted: %s".formatted(line.kind(), UserTaskKind.words())));
    return new NamedAnswers(
        line.step(),
        line.label(),
        kind,
        new StepAnswers(
            minutes(file, field + ".after", line.after()),
            outcomes(file, field + ".outcomes", line.outcomes())));
  }

  private static List<ShareOfAnswers> outcomes(Path file, String field, List<OutcomeLine> given) {
    List<ShareOfAnswers> outcomes = new ArrayList<>();
    double together = 0;
    for (OutcomeLine line : given == null ? List.<OutcomeLine>of() : given) {
      String each = "%s[%d]".formatted(field, outcomes.size());
      if (line == null) {
        throw refused(file, each, "is empty");
      }
      double share = line.share() == null ? 1.0 / given.size() : line.share();
      if (!(share >= 0 && share <= 1)) {
        throw refused(file, each + ".share", "is %s; accepted: 0 to 1".formatted(share));
      }
      together += share;
      outcomes.add(new ShareOfAnswers(share, line.values() == null ? Map.of() : line.values()));
    }
    if (!outcomes.isEmpty() && Math.abs(together - 1) > TOLERANCE) {
      throw refused(
          file, field, "have shares of %s together; they must make 1".formatted(together));
    }
    return outcomes;
  }

  private static List<Integer> minutes(Path file, String field, List<Integer> minutes) {
    if (minutes == null || minutes.isEmpty()) {
      return AN_HOUR;
    }
    if (minutes.stream().anyMatch(each -> each == null || each < 0)) {
      throw refused(file, field, "is %s; accepted: minutes from 0 on".formatted(minutes));
    }
    return minutes;
  }

  private static InvalidUsage refused(Path file, String field, String what) {
    return new InvalidUsage(
        "The script of answers %s is refused: %s %s.".formatted(file, field, what));
  }

  /** What the script says of the step; empty if it has the default. */
  Optional<StepAnswers> named(ScriptedStep step) {
    return answers.stream().filter(each -> each.fit(step)).findFirst().map(NamedAnswers::answers);
  }

  /** For steps that it does not name. */
  StepAnswers others() {
    return others;
  }

  /** What it names and none of these steps is. */
  public List<String> unknown(List<ScriptedStep> steps) {
    return answers.stream()
        .filter(each -> steps.stream().noneMatch(each::fit))
        .map(NamedAnswers::name)
        .toList();
  }
}
