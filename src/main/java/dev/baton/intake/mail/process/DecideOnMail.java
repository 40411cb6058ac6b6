package dev.baton.intake.mail.process;

import dev.baton.intake.mail.QuarantinedMail;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the mail be tried anew, or dismisses it; it stays stored either way. */
@Component
class DecideOnMail implements JavaDelegate {

  private final QuarantinedMail mails;

  DecideOnMail(QuarantinedMail mails) {
    this.mails = mails;
  }

  @Override
  public void execute(DelegateExecution execution) {
    long mail = MailVariables.mail(execution);
    if (MailVariables.RETRY.equals(execution.getVariable(MailVariables.OUTCOME))) {
      mails.release(mail);
    } else {
      mails.dismiss(mail);
    }
  }
}
