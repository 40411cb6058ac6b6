package dev.baton.flow.proposal;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.NotOffered;
import dev.baton.engine.release.RefusedRelease;
import dev.baton.engine.release.ReleaseDeployment;
import dev.baton.engine.release.ReleaseOverlay;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.TextInput;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decision of a second process owner: nobody decides about what they proposed. */
@Service
@Transactional
public class DecideProposal {

  private final Proposals proposals;
  private final ProposalContents contents;
  private final Releases releases;
  private final ReleaseDeployment deployment;
  private final ActingPerson actingPerson;
  private final AuditTrail audit;
  private final Clock clock;

  DecideProposal(
      Proposals proposals,
      ProposalContents contents,
      Releases releases,
      ReleaseDeployment deployment,
      ActingPerson actingPerson,
      AuditTrail audit,
      Clock clock) {
    this.proposals = proposals;
    this.contents = contents;
    this.releases = releases;
    this.deployment = deployment;
    this.actingPerson = actingPerson;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Publishes what is proposed, laid over what is live now, as one deployment.
   *
   * @param revision of the proposal that the person has seen
   * @param reason why it is right; may be null
   * @throws NotOffered if it is decided, their own or has changed, or what it replaces has
   * @throws RefusedRelease if the checks find an error by now
   */
  @RequiresPermission(Permission.DEPLOY)
  public PublishedRelease publish(long id, int revision, String reason) {
    String why = TextInput.optional("reason", reason, ProposeRelease.LONGEST_REASON);
    deployment.takeTurn();
    int number = releases.next();
    Proposal proposal = undecided(id, "publish");
    if (proposal.revision() != revision) {
      throw new NotOffered(LocalizableText.of("refused.proposal.changed", id));
    }
    ProposalContents.Laid laid = contents.laidOverLive(id);
    refuseOutdated(laid);
    Instant now = clock.instant();
    String login = actingPerson.current().name();
    String name =
        TextInput.shortened(
            "Release %d: %s".formatted(number, proposal.title()), ProposeRelease.LONGEST_TITLE);
    String deploymentId =
        deployment.deploy(name, ReleaseOverlay.of(laid.sent(), laid.live()).together());
    PublishedRelease release =
        new PublishedRelease(
            number,
            deploymentId,
            ReleaseOrigin.PUBLISHED,
            proposal.title(),
            id,
            proposal.proposedBy(),
            login,
            why,
            now);
    releases.add(release);
    proposals.decide(id, ProposalState.PUBLISHED, login, why, number, now);
    audit.record(
        AuditEntry.of(
            AuditKind.DEPLOYED,
            "Release " + number,
            "Published proposal %d of %s%s"
                .formatted(id, proposer(proposal), why == null ? "" : ": " + why)));
    return release;
  }

  /**
   * Refuses the proposal, for good.
   *
   * @param reason why, for its proposer
   */
  @RequiresPermission(Permission.DEPLOY)
  public Proposal decline(long id, String reason) {
    Proposal proposal = undecided(id, "decline");
    String why =
        TextInput.required(
            "reason",
            reason,
            ProposeRelease.LONGEST_REASON,
            LocalizableText.of("refused.proposal.declineReason"));
    String login = actingPerson.current().name();
    proposals.decide(id, ProposalState.DECLINED, login, why, null, clock.instant());
    audit.record(
        AuditEntry.of(
            AuditKind.DEPLOYED,
            "Proposal " + id,
            "Declined the proposal of %s: %s".formatted(proposer(proposal), why)));
    return proposals.get(id);
  }

  private Proposal undecided(long id, String what) {
    Proposal proposal = proposals.locked(id);
    if (!proposal.isOpen()) {
      throw decided(proposal);
    }
    if (proposal.isBy(actingPerson.current().name())) {
      throw new NotOffered(
          LocalizableText.of("refused.proposal.own", LocalizableText.of("refused.verb." + what)));
    }
    return proposal;
  }

  private static void refuseOutdated(ProposalContents.Laid laid) {
    if (!laid.outdated().isEmpty()) {
      throw new NotOffered(
          LocalizableText.of("refused.proposal.outdated", String.join(", ", laid.outdated())));
    }
  }

  static NotOffered decided(Proposal proposal) {
    return new NotOffered(
        LocalizableText.of(
            "refused.proposal.decided",
            proposal.id(),
            LocalizableText.name("refused.proposal.state", proposal.state())));
  }

  private static String proposer(Proposal proposal) {
    return proposal.proposedBy() == null ? "the program" : proposal.proposedBy();
  }
}
