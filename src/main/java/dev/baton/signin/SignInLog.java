package dev.baton.signin;

import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Records sign-ins, sign-outs, refusals and changes of credentials. */
@Component
public class SignInLog {

  private static final int LONGEST_NAME = 64;
  private static final Duration HOUR = Duration.ofHours(1);

  private final AuditTrail trail;

  SignInLog(AuditTrail trail) {
    this.trail = trail;
  }

  /** What people do with their own sign-in. */
  public void note(AuditKind kind, String login, String words) {
    note(kind, login, login, words);
  }

  /** What a person does with another person's sign-in. */
  public void note(AuditKind kind, String actor, String subject, String words) {
    trail.record(new AuditEntry(kind, shortened(actor), shortened(subject), words));
  }

  /** What programs do with every request: one entry per hour, for the first request. */
  public void noteInTheHour(AuditKind kind, String login, String words) {
    trail.note(new AuditEntry(kind, shortened(login), shortened(login), words), HOUR);
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
