package dev.baton.intake.mail.process;

import dev.baton.engine.BusinessKey;
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
