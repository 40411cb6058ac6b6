package dev.baton.web.validation;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Input that is not accepted: which fields, and what would be accepted. */
public class InvalidInput extends IllegalArgumentException implements Refusal {
  private static final long serialVersionUID = 1L;
  private final transient List<FieldError> problems;

  /**
   * @param reason in English, or in the language of the person who reads it
   */
  public InvalidInput(String field, String reason) {
    this(new FieldError(field, reason));
  }

  public InvalidInput(String field, LocalizableText reason) {
    this(new FieldError(field, reason));
  }

  private InvalidInput(FieldError problem) {
    super(problem.reason());
    this.problems = List.of(problem);
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

  /** Of the only problem: several are read one by one. */
  @Override
  public LocalizableText reason() {
    return problems.size() == 1 ? problems.get(0).text() : null;
  }

  /** Gathers what is wrong, to be thrown together. */
  public static class Complaints {
    private final List<FieldError> gathered = new ArrayList<>();

    public void about(String field, String reason) {
      gathered.add(new FieldError(field, reason));
    }

    public void about(String field, LocalizableText reason) {
      gathered.add(new FieldError(field, reason));
    }

    public void aboutMissing(String field, Object value) {
      if (value == null) {
        about(field, LocalizableText.of("refused.required"));
      }
    }

    public void raise() {
      if (!gathered.isEmpty()) {
        throw new InvalidInput(gathered);
      }
    }
  }
}
