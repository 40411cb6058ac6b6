package dev.baton.admin.web.setup;

import dev.baton.notification.MailSettings;
import dev.baton.notification.delivery.DeliveryChannel.ChannelDown;
import dev.baton.notification.delivery.DeliveryChannel.NotYet;
import dev.baton.notification.delivery.DeliveryChannel.Undeliverable;
import dev.baton.notification.delivery.StaffMail;
import dev.baton.notification.template.StaffTemplates;
import dev.baton.staff.AgentView;
import dev.baton.staff.StaffDirectory;
import dev.baton.web.text.LocalizableText;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends a test message to an agent. */
@Component
class MailTest {

  private final StaffDirectory staff;
  private final StaffTemplates templates;
  private final StaffMail mail;
  private final MailSettings settings;

  MailTest(StaffDirectory staff, StaffTemplates templates, StaffMail mail, MailSettings settings) {
    this.staff = staff;
    this.templates = templates;
    this.mail = mail;
    this.settings = settings;
  }

  /** Returns what came of it. */
  SetUpResult sendTo(String login) {
    Optional<AgentView> reader = staff.agent(login).filter(agent -> agent.email() != null);
    if (reader.isEmpty()) {
      return SetUpResult.failed("mailOut", LocalizableText.of("admin.setup.mailOut.noAddress"));
    }
    try {
      mail.send(reader.get(), templates.test(reader.get()));
    } catch (Undeliverable | ChannelDown | NotYet e) {
      return SetUpResult.failed(
          "mailOut", LocalizableText.of("admin.setup.mailOut.failed", e.getMessage()));
    }
    return SetUpResult.succeeded(
        "mailOut",
        settings.smtp().isThere()
            ? LocalizableText.of(
                "admin.setup.mailOut.sent", settings.smtp().host(), reader.get().email())
            : LocalizableText.of("admin.setup.mailOut.kept"));
  }
}
