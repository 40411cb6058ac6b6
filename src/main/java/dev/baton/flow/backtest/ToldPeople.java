package dev.baton.flow.backtest;

import dev.baton.escalation.EscalationTold;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Those who were told by the ladder, in that order, until the responder has seen to them. */
final class ToldPeople implements ApplicationListener<PayloadApplicationEvent<EscalationTold>> {

  private final Deque<EscalationTold> waiting = new ArrayDeque<>();

  @Override
  public void onApplicationEvent(PayloadApplicationEvent<EscalationTold> told) {
    waiting.add(told.getPayload());
  }

  Optional<EscalationTold> take() {
    return Optional.ofNullable(waiting.poll());
  }
}
