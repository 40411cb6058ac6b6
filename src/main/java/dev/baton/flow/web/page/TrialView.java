package dev.baton.flow.web.page;

import dev.baton.flow.proposal.trial.ProposalTrial;
import dev.baton.flow.proposal.trial.TrialDigest.ExampleDigest;
import java.util.List;

/**
 * A trial as the page shows it.
 *
 * @param result null unless it has one
 */
record TrialView(ProposalTrial trial, String at, String finishedAt, Result result) {

  /**
   * Its result.
   *
   * @param notices what somebody must know who reads nothing else
   */
  record Result(
      int incidents,
      int differing,
      List<String> notices,
      List<Promise> promises,
      List<Step> steps,
      List<Cause> causes,
      List<Gap> gaps) {}

  /** Why incidents differ, and the first of them. */
  record Cause(String words, int incidents, List<ExampleDigest> examples) {}

  /** What could not be replayed as it was. */
  record Gap(String words, int events) {}

  /** How the promises of one kind ended. */
  record Promise(String kind, List<Row> rows) {}

  /** One figure in both releases. */
  record Row(String name, String live, String proposed) {

    public boolean differs() {
      return !live.equals(proposed);
    }
  }

  /** A step where incidents wait: its figures, and whether it is new or gone. */
  record Step(String flow, Row figures, String change) {}
}
