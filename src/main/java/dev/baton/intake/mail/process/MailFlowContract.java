package dev.baton.intake.mail.process;

import dev.baton.engine.release.FlowContract;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What intake relies on in the flow of an incoming mail. */
@Configuration(proxyBeanMethods = false)
class MailFlowContract {

  @Bean
  FlowContract mailContract() {
    return new FlowContract("incoming-mail", Set.of("mailReceived"), Set.of(), Set.of());
  }
}
