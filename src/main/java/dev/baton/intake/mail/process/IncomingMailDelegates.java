package dev.baton.intake.mail.process;

import dev.baton.engine.BlockInput;
import dev.baton.engine.BuildingBlock;
import dev.baton.engine.InternalStep;
import dev.baton.intake.mail.ProcessMail;
import dev.baton.intake.mail.QuarantinedMail;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The small steps of the flow of an incoming mail. */
@Configuration(proxyBeanMethods = false)
class IncomingMailDelegates {

  /** Takes the mail in, or reports that it cannot be taken in. */
  @BuildingBlock(
      name = "Take in the mail",
      description =
          "Makes a stored mail an incident with this impact and urgency, a reply, a note, or a"
              + " contact to sort.",
      job = true,
      inputs = {
        @BlockInput(
            name = "impact",
            label = "Impact of a new incident",
            value = "MEDIUM",
            words = {"HIGH", "MEDIUM", "LOW"}),
        @BlockInput(
            name = "urgency",
            label = "Urgency of a new incident",
            value = "LOW",
            words = {"HIGH", "MEDIUM", "LOW"})
      },
      needs = {"mailId"},
      sets = {"outcome"})
  @Bean
  JavaDelegate takeIn(ProcessMail mails) {
    return execution -> {
      boolean takenIn =
          mails.takeIn(MailVariables.mail(execution), MailVariables.assessment(execution));
      execution.setVariable(
          MailVariables.OUTCOME, takenIn ? MailVariables.TAKEN_IN : MailVariables.QUARANTINED);
    };
  }

  /** Lets the mail be tried again, or dismisses it; it stays stored either way. */
  @InternalStep("It decides on a quarantined mail, which has no incident.")
  @Bean
  JavaDelegate decideOnMail(QuarantinedMail mails) {
    return execution -> {
      if (MailVariables.RETRY.equals(execution.getVariable(MailVariables.OUTCOME))) {
        mails.release(MailVariables.mail(execution));
      } else {
        mails.dismiss(MailVariables.mail(execution));
      }
    };
  }
}
