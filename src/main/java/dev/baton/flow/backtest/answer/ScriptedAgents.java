package dev.baton.flow.backtest.answer;

import dev.baton.engine.ActingPerson;
import dev.baton.engine.Actor;
import dev.baton.engine.FlowConflict;
import dev.baton.engine.NotOffered;
import dev.baton.flow.backtest.replay.Agenda;
import dev.baton.flow.backtest.replay.UnrecordedWork;
import dev.baton.incident.IncidentNumber;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Does what the flows ask and the log knows nothing of: completes user tasks and sends messages, by
 * a script.
 */
public final class ScriptedAgents implements Agenda, UnrecordedWork {

  /** An incident that comes to a step more often goes round in a circle. */
  private static final int MOST_VISITS = 20;

  private static final Actor AGENT = new Actor("answer-script", "Back-test");

  private final AnswerScript script;
  private final AskedWork asked;
  private final ActingPerson actingPerson;
  private final Clock clock;
  private final Map<IncidentNumber, Integer> pending = new HashMap<>();
  private final Map<String, Integer> visits = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, PlayedStep> played = new TreeMap<>();
  private final PriorityQueue<Planned> plans =
      new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparingInt(Planned::order));
  private Consumer<IncidentNumber> afterwards = number -> {};
  private int planned;

  /** What somebody will do. */
  private record Planned(Instant at, int order, int visit, AskedWork.Work work) {}

  public ScriptedAgents(
      AnswerScript script, AskedWork asked, ActingPerson actingPerson, Clock clock) {
    this.script = script;
    this.asked = asked;
    this.actingPerson = actingPerson;
    this.clock = clock;
  }

  /** Calls this with an incident after each answer. */
  public void afterEach(Consumer<IncidentNumber> then) {
    afterwards = then;
  }

  @Override
  public boolean isPending(IncidentNumber number) {
    return pending.containsKey(number);
  }

  /** How often each step was played, and whether the script says how. */
  public Collection<PlayedStep> played() {
    return played.values();
  }

  @Override
  public Instant next() {
    for (AskedWork.Work work : asked.take()) {
      if (known.add(work.id())) {
        plan(work);
      }
    }
    return plans.isEmpty() ? Instant.MAX : plans.peek().at();
  }

  private void plan(AskedWork.Work work) {
    int visit = visits.merge(work.incident().value() + " " + work.step().key(), 1, Integer::sum);
    if (visit > MOST_VISITS) {
      note(work, it -> it.failedFor("The flow came here more than %d times.".formatted(visit - 1)));
      return;
    }
    pending.merge(work.incident(), 1, Integer::sum);
    Instant at =
        clock
            .instant()
            .plus(answers(work).after(work.incident().value(), work.step().key(), visit));
    plans.add(new Planned(at, planned++, visit, work));
  }

  private StepAnswers answers(AskedWork.Work work) {
    return script.named(work.step()).orElseGet(script::others);
  }

  @Override
  public void actOnNext() {
    Planned next = plans.remove();
    AskedWork.Work work = next.work();
    if (asked.isOpen(work)) {
      Map<String, Object> values =
          answers(work).values(work.incident().value(), work.step().key(), next.visit());
      boolean isDefault = script.named(work.step()).isEmpty();
      try {
        actingPerson.as(AGENT, () -> asked.answer(work, values, next.visit()));
        note(work, it -> it.once(isDefault));
      } catch (NotOffered | InvalidInput | FlowConflict e) {
        note(work, it -> it.failedFor(e.getMessage()));
      }
    }
    pending.computeIfPresent(
        work.incident(), (number, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    afterwards.accept(work.incident());
  }

  private void note(AskedWork.Work work, UnaryOperator<PlayedStep> how) {
    played.compute(
        work.step().key(),
        (key, before) ->
            how.apply(
                before == null ? new PlayedStep(key, work.step().label(), 0, 0, 0, null) : before));
  }

  /** Which of the steps it plays: what no event of a log moves, and what the script names. */
  public static List<ScriptedStep> playedOf(List<ScriptedStep> steps, AnswerScript script) {
    return steps.stream()
        .filter(step -> !step.isRecorded() || script.named(step).isPresent())
        .toList();
  }
}
