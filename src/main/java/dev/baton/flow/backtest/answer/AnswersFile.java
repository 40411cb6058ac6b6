package dev.baton.flow.backtest.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.baton.flow.backtest.replay.YamlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A script of answers as people write it. What it means is read by {@link AnswerScript}.
 *
 * @param others for all steps that no answer names
 */
record AnswersFile(List<AnswerLine> answers, @JsonProperty("default") OtherSteps others) {

  AnswersFile {
    answers = answers == null ? List.of() : answers;
  }

  /**
   * How the steps are answered that have this id, this label or this kind; the first that fits.
   *
   * @param after minutes, of which one is taken for each answer
   */
  record AnswerLine(
      String step, String label, String kind, List<Integer> after, List<OutcomeLine> outcomes) {}

  /** Values by the keys of the form, and the share of the answers that have them. */
  record OutcomeLine(Double share, Map<String, Object> values) {}

  record OtherSteps(List<Integer> after) {}

  /**
   * @throws dev.baton.flow.backtest.replay.InvalidUsage when the file cannot be read as that
   */
  static AnswersFile read(Path file) {
    return YamlFile.read(file, AnswersFile.class, "script of answers");
  }
}
