package dev.baton.intake.mail.process;

import dev.baton.intake.mail.ProcessMail;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the mail in, or says that it cannot be. */
@Component
class TakeIn implements JavaDelegate {

  private final ProcessMail mails;

  TakeIn(ProcessMail mails) {
    this.mails = mails;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean takenIn = mails.takeIn(MailVariables.mail(execution));
    execution.setVariable(
        MailVariables.OUTCOME, takenIn ? MailVariables.TAKEN_IN : MailVariables.QUARANTINED);
  }
}
