package dev.baton.flow.proposal.trial;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.NotOffered;
import dev.baton.flow.proposal.ReviewProposals;
import dev.baton.flow.proposal.ReviewedProposal;
import dev.baton.web.NotFound;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.FieldChecks;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries a proposal with the desk's own incidents of the last days. */
@Service
public class TryProposal {

  /** As many days as the page offers at first. */
  public static final int USUAL_DAYS = 30;

  /** As many incidents as the page offers at first. */
  public static final int USUAL_INCIDENTS = 200;

  private static final int MOST_DAYS = 366;
  private static final int MOST_INCIDENTS = 5_000;

  private final ProposalTrials trials;
  private final TrialRunner runner;
  private final ReviewProposals proposals;
  private final ActingPerson actingPerson;
  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  TryProposal(
      ProposalTrials trials,
      TrialRunner runner,
      ReviewProposals proposals,
      ActingPerson actingPerson,
      AuditTrail audit,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.trials = trials;
    this.runner = runner;
    this.proposals = proposals;
    this.actingPerson = actingPerson;
    this.audit = audit;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Starts a trial of what is proposed now, and does not wait for it.
   *
   * @param days how far back the incidents go
   * @param incidents how many of them at most, at even distances
   * @throws NotOffered if the proposal is decided or refused by the checks, or a trial runs
   */
  @RequiresPermission(Permission.DEPLOY)
  public ProposalTrial start(long proposal, int days, int incidents) {
    FieldChecks.within("days", "days", days, 1, MOST_DAYS);
    FieldChecks.within("incidents", "incidents", incidents, 1, MOST_INCIDENTS);
    ReviewedProposal reviewed = proposals.get(proposal);
    if (reviewed.review() == null) {
      throw new NotOffered(LocalizableText.of("refused.trial.decided", proposal));
    }
    if (reviewed.review().errors() > 0) {
      throw new NotOffered(LocalizableText.of("refused.trial.refused"));
    }
    ProposalTrial trial = begin(reviewed, days, incidents);
    runner.start(trial, reviewed.live(), reviewed.sent());
    return trial;
  }

  private ProposalTrial begin(ReviewedProposal reviewed, int days, int incidents) {
    try {
      return transaction.execute(
          status -> {
            ProposalTrial trial =
                trials.begin(
                    reviewed.proposal().id(),
                    reviewed.proposal().revision(),
                    days,
                    incidents,
                    actingPerson.current().name(),
                    clock.instant());
            record(
                trial,
                "Started trial %d with at most %d incidents of the last %d days"
                    .formatted(trial.number(), incidents, days));
            return trial;
          });
    } catch (DuplicateKeyException other) {
      throw new NotOffered(
          trials
              .running()
              .map(
                  trial ->
                      LocalizableText.of(
                          "refused.trial.running", trial.number(), trial.proposalId()))
              .orElse(LocalizableText.of("refused.trial.other")));
    }
  }

  /**
   * @throws NotOffered if it has ended
   */
  @RequiresPermission(Permission.DEPLOY)
  public ProposalTrial cancel(long proposal, int number) {
    ProposalTrial trial = trials.get(proposal, number);
    transaction.executeWithoutResult(
        status -> {
          if (!trials.end(trial.id(), TrialState.CANCELLED, null, clock.instant())) {
            throw new NotOffered(LocalizableText.of("refused.trial.ended", number, proposal));
          }
          record(trial, "Cancelled trial %d".formatted(number));
        });
    return trials.get(proposal, number);
  }

  private void record(ProposalTrial trial, String what) {
    audit.record(AuditEntry.of(AuditKind.DEPLOYED, "Proposal " + trial.proposalId(), what));
  }

  /** Those of a proposal, newest first. */
  @RequiresPermission(Permission.CHECK_FLOWS)
  public List<ProposalTrial> list(long proposal) {
    return trials.of(proposal);
  }

  /**
   * @throws NotFound if there is none with this number
   */
  @RequiresPermission(Permission.CHECK_FLOWS)
  public ProposalTrial get(long proposal, int number) {
    return trials.get(proposal, number);
  }

  /** Empty if it has none, or not yet. */
  @RequiresPermission(Permission.CHECK_FLOWS)
  public Optional<TrialDigest> digest(ProposalTrial trial) {
    return trials.result(trial.id()).map(TrialDigest::of);
  }

  /**
   * All reports as a ZIP archive.
   *
   * @throws NotFound if it has none, or not yet
   */
  @RequiresPermission(Permission.CHECK_FLOWS)
  public byte[] reports(long proposal, int number) {
    ProposalTrial trial = trials.get(proposal, number);
    return trials
        .reports(trial.id())
        .orElseThrow(() -> new NotFound("report", String.valueOf(number)));
  }
}
