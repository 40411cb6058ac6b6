package dev.baton.intake.mail.process;

import dev.baton.engine.BusinessKey;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Every variable of the flow that takes a mail in. */
public final class MailVariables {

  static final String MAIL_ID = "mailId";
  static final String OUTCOME = "outcome";
  static final String TAKEN_IN = "takenIn";
  static final String QUARANTINED = "quarantined";
  static final String RETRY = "retry";

  /** What its card and form show of a mail that cannot be taken in. */
  static final String SENDER = "sender";

  static final String SUBJECT = "subject";
  static final String TROUBLE = "trouble";

  /** What the engine keeps. */
  public static final Set<String> KEPT = Set.of(MAIL_ID, OUTCOME, SENDER, SUBJECT, TROUBLE);

  /** What decisions read of an answer. */
  public static final Set<String> READ = Set.of("words", "hasQuestion", "phrases");

  private MailVariables() {}

  /**
   * The mail that the flow is about.
   *
   * @throws IllegalStateException when its business key says another one
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
