package dev.baton.flow.backtest.replay;

import java.time.Instant;
import java.util.List;

/** Several people's plans; where two act at one instant, the first of the list does so first. */
public record JointAgenda(List<Agenda> agendas) implements Agenda {

  public JointAgenda {
    agendas = List.copyOf(agendas);
  }

  @Override
  public Instant next() {
    Instant next = Instant.MAX;
    for (Agenda agenda : agendas) {
      Instant planned = agenda.next();
      next = planned.isBefore(next) ? planned : next;
    }
    return next;
  }

  @Override
  public void actOnNext() {
    Instant next = next();
    agendas.stream()
        .filter(agenda -> agenda.next().equals(next))
        .findFirst()
        .orElseThrow()
        .actOnNext();
  }
}
