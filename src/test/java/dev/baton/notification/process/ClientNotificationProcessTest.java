package dev.baton.notification.process;

import dev.baton.support.FlowStories;
import dev.baton.support.PassesEveryStepOf;
import org.junit.jupiter.api.Nested;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** All stories of messages; together they pass every step of the model. */
@FlowStories
@PassesEveryStepOf("client-notification")
class ClientNotificationProcessTest {

  @DynamicPropertySource
  static void mailServer(DynamicPropertyRegistry settings) {
    settings.add("baton.mail.address", () -> "desk@baton.example");
    settings.add("baton.mail.smtp.host", () -> "127.0.0.1");
    settings.add("baton.mail.smtp.port", NotificationStory.SERVER::port);
    settings.add("baton.mail.smtp.tls", () -> "none");
    settings.add("baton.notification.per-incident", () -> "4");
    settings.add("baton.notification.per-address", () -> "6");
  }

  @Nested
  class Mails extends MailStories {}

  @Nested
  class Trouble extends TroubleStories {}

  @Nested
  class Restraint extends RestraintStories {}
}
