package dev.baton.flow.check;

import dev.baton.engine.release.Release;
import dev.baton.engine.release.ReleaseCheck;
import dev.baton.engine.release.ReleaseComplaint;
import dev.baton.engine.release.ReleaseComplaint.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The columns of a decision table read variables that something sets. */
@Component
class TableVariablesCheck implements ReleaseCheck {

  @Override
  public List<ReleaseComplaint> complaints(Release release) {
    Set<String> readable = ModelVariables.readableIn(release);
    List<ReleaseComplaint> complaints = new ArrayList<>();
    for (CheckedTable table : CheckedTable.in(release)) {
      Set<String> known = RequiredDecisions.of(release, table.id()).withAnswers(readable);
      for (CheckedTable.Column input : table.inputs()) {
        check(table, input, known, complaints);
      }
    }
    return complaints;
  }

  private static void check(
      CheckedTable table,
      CheckedTable.Column input,
      Set<String> known,
      List<ReleaseComplaint> complaints) {
    if (!input.expression().isReadable() || input.expression().text().isEmpty()) {
      complaints.add(
          table.complaint(
              input,
              Severity.ERROR,
              input.expression().text().isEmpty()
                  ? "Column \"%s\" reads nothing.".formatted(input.label())
                  : "Column \"%s\" reads %s, which is not a valid FEEL expression."
                      .formatted(input.label(), input.expression().text()),
              "Enter the name of a variable as its expression."));
    }
    for (String name : input.expression().variables()) {
      if (!known.contains(name)) {
        complaints.add(
            table.complaint(
                input,
                Severity.ERROR,
                "Column \"%s\" reads the variable %s, but nothing sets it, so the column would"
                        .formatted(input.label(), name)
                    + " always be empty.",
                SimilarWord.of(name, known)
                    .map("Did you mean %s?"::formatted)
                    .orElse(
                        "Use a variable that the flows set, or add a field with the key %s to a form."
                            .formatted(name))));
      }
    }
  }
}
