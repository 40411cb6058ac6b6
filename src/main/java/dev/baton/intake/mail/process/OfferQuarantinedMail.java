package dev.baton.intake.mail.process;

import dev.baton.intake.mail.QuarantinedMail;
import dev.baton.staff.Role;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Offers the quarantined mail to the desk as a task, with what is known about it. */
@Component
class OfferQuarantinedMail implements TaskListener {

  /** Ranks above work on P3 and P4: someone wrote, and no one has read it. */
  private static final int SOON = 60;

  private final QuarantinedMail mails;

  OfferQuarantinedMail(QuarantinedMail mails) {
    this.mails = mails;
  }

  @Override
  public void notify(DelegateTask task) {
    Stream.of(Role.AGENT, Role.SENIOR_AGENT, Role.TEAM_LEAD, Role.SERVICE_DESK_MANAGER)
        .forEach(role -> task.addCandidateGroup(role.group()));
    task.setPriority(SOON);
    QuarantinedMail.Shown mail = mails.shown(MailVariables.mail(task));
    task.setDescription(mail.description());
    task.setVariable(MailVariables.SENDER, mail.sender());
    task.setVariable(MailVariables.SUBJECT, mail.subject());
    task.setVariable(MailVariables.TROUBLE, mail.trouble());
  }
}
