package dev.baton.intake.internal.api;

import java.util.ArrayList;
import java.util.List;

/** Input with one or more fields that are not accepted. */
class InvalidFields extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<FieldProblem> problems;

  InvalidFields(List<FieldProblem> problems) {
    super("Not accepted: " + problems);
    this.problems = List.copyOf(problems);
  }

  List<FieldProblem> problems() {
    return problems;
  }

  /** Gathers complaints, to be thrown together. */
  static class Complaints {
    private final List<FieldProblem> gathered = new ArrayList<>();

    void about(String field, String reason) {
      gathered.add(new FieldProblem(field, reason));
    }

    void aboutMissing(String field, Object value) {
      if (value == null) {
        about(field, "is required");
      }
    }

    void raise() {
      if (!gathered.isEmpty()) {
        throw new InvalidFields(gathered);
      }
    }
  }
}
