package dev.baton.flow.backtest.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.baton.flow.backtest.log.LogRow;
import dev.baton.flow.backtest.log.RecordedClosing;
import dev.baton.flow.backtest.replay.ReplayedIncident;
import dev.baton.incident.IncidentView;
import dev.baton.incident.Priority;
import dev.baton.sla.ObligationView;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.clock.ClockState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the obligations, and whether the log judged alike: its {@code made_sla} against
 * the resolution's verdict, of incidents that the log closes.
 *
 * @param milestones how many times each was reached and told
 */
public record ObligationVerdicts(
    Count all,
    Map<Priority, Count> byPriority,
    Judged agreement,
    Map<Priority, Judged> agreementByPriority,
    List<Dissent> disagreements,
    Map<String, Integer> milestones) {

  /** Obligations by their end; undecided are those that go on or ended without a verdict. */
  record Count(int met, int breached, int undecided) {

    private static final Count NONE = new Count(0, 0, 0);

    Count plus(ClockState state) {
      return switch (state) {
        case MET -> new Count(met + 1, breached, undecided);
        case BREACHED -> new Count(met, breached + 1, undecided);
        default -> new Count(met, breached, undecided + 1);
      };
    }
  }

  /** Incidents on which both have a verdict, and on how many it is the same. */
  record Judged(int cases, int agreed) {

    private static final Judged NONE = new Judged(0, 0);

    Judged plus(boolean agrees) {
      return new Judged(cases + 1, agreed + (agrees ? 1 : 0));
    }

    @JsonProperty
    public double share() {
      return cases == 0 ? 1 : (double) agreed / cases;
    }
  }

  /** An incident that the two judge differently; instants in ISO 8601, UTC. */
  record Dissent(
      String incident,
      String number,
      Priority priority,
      boolean madeByLog,
      ClockState baton,
      String dueAt,
      String closedAt) {}

  public static ObligationVerdicts of(
      Collection<ReplayedIncident> incidents,
      Map<String, List<ObligationView>> obligations,
      Map<String, Integer> milestones) {
    Gathering gathering = new Gathering();
    incidents.stream()
        .filter(ReplayedIncident::isReported)
        .forEach(
            incident ->
                gathering.add(
                    incident, obligations.getOrDefault(incident.view().number(), List.of())));
    return new ObligationVerdicts(
        gathering.all,
        gathering.byPriority,
        gathering.agreement,
        gathering.agreementByPriority,
        List.copyOf(gathering.disagreements),
        new TreeMap<>(milestones));
  }

  private static final class Gathering {
    private final Map<Priority, Count> byPriority = new TreeMap<>();
    private final Map<Priority, Judged> agreementByPriority = new TreeMap<>();
    private final List<Dissent> disagreements = new ArrayList<>();
    private Count all = Count.NONE;
    private Judged agreement = Judged.NONE;

    void add(ReplayedIncident incident, List<ObligationView> obligations) {
      IncidentView baton = incident.view();
      for (ObligationView obligation : obligations) {
        all = all.plus(obligation.state());
        byPriority.merge(
            baton.priority(),
            Count.NONE.plus(obligation.state()),
            (sum, one) -> sum.plus(obligation.state()));
        if (obligation.kind() == ObligationKind.RESOLUTION) {
          judge(incident, obligation);
        }
      }
    }

    private void judge(ReplayedIncident incident, ObligationView resolution) {
      LogRow last = incident.rows().get(incident.rows().size() - 1);
      boolean decided =
          resolution.state() == ClockState.MET || resolution.state() == ClockState.BREACHED;
      if (last.madeSla() == null || RecordedClosing.lastOf(incident.rows()) == null || !decided) {
        return;
      }
      boolean agrees = last.madeSla() == (resolution.state() == ClockState.MET);
      agreement = agreement.plus(agrees);
      agreementByPriority.merge(
          incident.view().priority(), Judged.NONE.plus(agrees), (sum, one) -> sum.plus(agrees));
      if (!agrees) {
        disagreements.add(dissent(incident, last, resolution));
      }
    }

    private static Dissent dissent(
        ReplayedIncident incident, LogRow last, ObligationView resolution) {
      return new Dissent(
          incident.incident(),
          incident.view().number(),
          incident.view().priority(),
          last.madeSla(),
          resolution.state(),
          text(resolution.dueAt()),
          text(incident.view().closedAt()));
    }

    private static String text(Instant at) {
      return at == null ? null : at.toString();
    }
  }
}
