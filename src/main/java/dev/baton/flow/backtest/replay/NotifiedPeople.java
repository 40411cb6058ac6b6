package dev.baton.flow.backtest.replay;

import dev.baton.escalation.ResponderNotified;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** The people to whom escalations went, in order, until the responder has handled them. */
public final class NotifiedPeople
    implements ApplicationListener<PayloadApplicationEvent<ResponderNotified>> {

  private final Deque<ResponderNotified> waiting = new ArrayDeque<>();

  @Override
  public void onApplicationEvent(PayloadApplicationEvent<ResponderNotified> told) {
    waiting.add(told.getPayload());
  }

  Optional<ResponderNotified> take() {
    return Optional.ofNullable(waiting.poll());
  }
}
