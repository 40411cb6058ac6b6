package dev.baton.incident.process;

import dev.baton.engine.FlowConflict;
import dev.baton.engine.TrustedEngineAccess;
import dev.baton.incident.UnansweredReply;
import dev.baton.incident.reply.ClientReplyChanged;
import dev.baton.web.text.LocalizableText;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shows on the cards of Tasklist, and to its lists, that the client wrote. */
@Component
class ShowClientReply {

  private final RuntimeService runtimeService;
  private final TrustedEngineAccess trust;

  ShowClientReply(RuntimeService runtimeService, TrustedEngineAccess trust) {
    this.runtimeService = runtimeService;
    this.trust = trust;
  }

  @EventListener
  void on(ClientReplyChanged changed) {
    if (changed.flowInstance() != null) {
      trust.trusted(
          () -> {
            show(changed.flowInstance(), changed.reply());
            return null;
          });
    }
  }

  private void show(String instance, UnansweredReply reply) {
    if (runtimeService.createProcessInstanceQuery().processInstanceId(instance).count() == 0) {
      return; // its flow has ended
    }
    try {
      if (reply == null) {
        runtimeService.removeVariable(instance, IncidentVariables.CLIENT_REPLY);
      } else {
        runtimeService.setVariable(instance, IncidentVariables.CLIENT_REPLY, words(reply));
      }
    } catch (OptimisticLockingException e) {
      throw new FlowConflict(LocalizableText.of("refused.conflict"), e);
    }
  }

  static String words(UnansweredReply reply) {
    return reply.isUnread() ? "new" : "unanswered";
  }
}
