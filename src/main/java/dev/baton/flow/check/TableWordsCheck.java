package dev.baton.flow.check;

import static dev.baton.engine.release.ReleaseComplaint.Severity.ERROR;

import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseCheck;
import dev.baton.engine.release.ReleaseComplaint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The texts in a decision table are words that its columns allow and that the desk understands. */
@Component
class TableWordsCheck implements ReleaseCheck {

  private static final int MOST_NAMED = 20;

  private final DeskVocabulary vocabulary;

  TableWordsCheck(DeskVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public List<String> notChecked() {
    return vocabulary.unknown();
  }

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    for (CheckedTable table : CheckedTable.changedIn(release)) {
      for (CheckedTable.Column input : table.inputs()) {
        vocabulary
            .ofVariable(input.name())
            .ifPresent(words -> head(table, input, words, complaints));
      }
      for (CheckedTable.Column output : table.outputs()) {
        vocabulary
            .ofAnswer(table.id(), output.name())
            .ifPresent(words -> head(table, output, words, complaints));
      }
      table.eachCell(
          (row, column, cell, isCondition) ->
              cell(table, row, column, cell, isCondition, complaints));
    }
    return complaints;
  }

  /** The column's own list of allowed values. */
  private static void head(
      CheckedTable table,
      CheckedTable.Column column,
      DeskVocabulary.Words words,
      List<ReleaseComplaint> complaints) {
    for (String word : column.allowed().words()) {
      if (!words.knows().test(word)) {
        complaints.add(
            table.complaint(
                column,
                words.severity(),
                "Column \"%s\" allows \"%s\", but that is not %s of this desk."
                    .formatted(column.label(), word, words.kind()),
                remedy(word, words)));
      }
    }
  }

  private void cell(
      CheckedTable table,
      CheckedTable.Row row,
      CheckedTable.Column column,
      CheckedTable.Cell cell,
      boolean isCondition,
      List<ReleaseComplaint> complaints) {
    Set<String> allowed = column.allowed().words();
    Optional<DeskVocabulary.Words> words =
        isCondition
            ? vocabulary.ofVariable(column.name())
            : vocabulary.ofAnswer(table.id(), column.name());
    for (String word : cell.content().words()) {
      if (!allowed.isEmpty() && !allowed.contains(word)) {
        complaints.add(
            table.complaint(
                row,
                column,
                cell,
                ERROR,
                "\"%s\" is not among the column's allowed values (%s)."
                    .formatted(word, named(allowed)),
                SimilarWord.of(word, allowed)
                    .map("Did you mean \"%s\"?"::formatted)
                    .orElse("Choose one of them, or add it to the column's allowed values.")));
      } else if (allowed.isEmpty() && words.isPresent() && !words.get().knows().test(word)) {
        complaints.add(
            table.complaint(
                row,
                column,
                cell,
                words.get().severity(),
                "\"%s\" is not %s of this desk, so %s."
                    .formatted(word, words.get().kind(), words.get().consequence()),
                remedy(word, words.get())));
      }
    }
  }

  private static String remedy(String word, DeskVocabulary.Words words) {
    Collection<String> all = words.all().get();
    Optional<String> similar = SimilarWord.of(word, all);
    if (similar.isPresent()) {
      return "Did you mean \"%s\"?".formatted(similar.get());
    }
    String choose = all.isEmpty() ? "Check the spelling" : "Choose from %s".formatted(named(all));
    return words.creation() == null
        ? choose + "."
        : "%s, or %s.".formatted(choose, words.creation());
  }

  private static String named(Collection<String> words) {
    return words.stream()
        .limit(MOST_NAMED)
        .map(word -> "\"" + word + "\"")
        .collect(Collectors.joining(", "));
  }
}
