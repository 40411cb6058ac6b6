package dev.baton.intake.internal.mail.process;

import dev.baton.intake.internal.mail.TakeInMail;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the mail in, or says that it cannot be. */
@Component
class TakeIn implements JavaDelegate {

  private final TakeInMail mails;

  TakeIn(TakeInMail mails) {
    this.mails = mails;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean takenIn = mails.takeIn(MailVariables.mail(execution));
    execution.setVariable(
        MailVariables.OUTCOME, takenIn ? MailVariables.TAKEN_IN : MailVariables.QUARANTINED);
  }
}
