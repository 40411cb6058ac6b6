package dev.baton.intake.mail.process;

import dev.baton.engine.BusinessKey;
import dev.baton.incident.Level;
import dev.baton.intake.mail.MailAssessment;
import java.util.Arrays;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.modulith.NamedInterface;

/** All variables of the flow of an incoming mail. */
@NamedInterface("variables")
public final class MailVariables {

  static final String MAIL_ID = "mailId";
  static final String OUTCOME = "outcome";
  static final String TAKEN_IN = "takenIn";
  static final String QUARANTINED = "quarantined";
  static final String RETRY = "retry";

  /** What the card and form of a quarantined mail show. */
  static final String SENDER = "sender";

  static final String SUBJECT = "subject";
  static final String TROUBLE = "trouble";

  /** Variables that the engine stores. */
  public static final Set<String> KEPT = Set.of(MAIL_ID, OUTCOME, SENDER, SUBJECT, TROUBLE);

  /** The input of decisions about a reply. */
  public static final Set<String> READ = Set.of("words", "hasQuestion", "phrases");

  private MailVariables() {}

  /** What the step says of a new incident; what it leaves out is as in earlier models. */
  static MailAssessment assessment(VariableScope step) {
    Object category = step.getVariableLocal("category");
    return new MailAssessment(
        level(step, "impact", MailAssessment.DEFAULT.impact()),
        level(step, "urgency", MailAssessment.DEFAULT.urgency()),
        category == null || category.toString().isBlank() ? null : category.toString().strip());
  }

  private static Level level(VariableScope step, String name, Level otherwise) {
    Object given = step.getVariableLocal(name);
    if (given == null || given.toString().isBlank()) {
      return otherwise;
    }
    return Arrays.stream(Level.values())
        .filter(level -> level.name().equals(given.toString().strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The input %s of the step is '%s'; use HIGH, MEDIUM or LOW."
                        .formatted(name, given)));
  }

  /**
   * The mail that the flow is about.
   *
   * @throws IllegalStateException if its business key names another one
   */
  static long mail(VariableScope scope) {
    long mail = ((Number) scope.getVariable(MAIL_ID)).longValue();
    String key = BusinessKey.of(scope);
    if (key != null && !key.equals("mail-" + mail)) {
      throw new IllegalStateException("The flow is about %s, not mail %d.".formatted(key, mail));
    }
    return mail;
  }
}
