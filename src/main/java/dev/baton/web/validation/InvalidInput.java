package dev.baton.web.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Input that is not accepted: which fields, and what would be accepted. */
public class InvalidInput extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final transient List<FieldError> problems;

  public InvalidInput(String field, String reason) {
    super(reason);
    this.problems = List.of(new FieldError(field, reason));
  }

  public InvalidInput(List<FieldError> problems) {
    super(
        problems.stream()
            .map(problem -> problem.field() + " " + problem.reason())
            .collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** The first of the fields. */
  public String field() {
    return problems.get(0).field();
  }

  public List<FieldError> problems() {
    return problems;
  }

  /** Gathers what is wrong, to be thrown together. */
  public static class Complaints {
    private final List<FieldError> gathered = new ArrayList<>();

    public void about(String field, String reason) {
      gathered.add(new FieldError(field, reason));
    }

    public void aboutMissing(String field, Object value) {
      if (value == null) {
        about(field, "is required");
      }
    }

    public void raise() {
      if (!gathered.isEmpty()) {
        throw new InvalidInput(gathered);
      }
    }
  }
}
