package dev.baton.flow.proposal;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.NotOffered;
import dev.baton.web.NotFound;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.TextInput;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a proposer does with their own proposal while it is open. */
@Service
@Transactional
public class OwnProposal {

  private final Proposals proposals;
  private final ActingPerson actingPerson;
  private final AuditTrail audit;
  private final Clock clock;

  OwnProposal(Proposals proposals, ActingPerson actingPerson, AuditTrail audit, Clock clock) {
    this.proposals = proposals;
    this.actingPerson = actingPerson;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Says what it is and why.
   *
   * @throws NotOffered if it is decided, or somebody else's
   */
  @RequiresPermission(Permission.DEPLOY)
  public Proposal describe(long id, String title, String reason) {
    Proposal own = own(id, "describe");
    String shortTitle =
        TextInput.required(
            "title",
            title,
            ProposeRelease.LONGEST_TITLE,
            LocalizableText.of("refused.proposal.title"));
    String why = TextInput.optional("reason", reason, ProposeRelease.LONGEST_REASON);
    proposals.describe(own.id(), shortTitle, why);
    return proposals.get(id);
  }

  /** The next files that the proposer sends begin another proposal. */
  @RequiresPermission(Permission.DEPLOY)
  public Proposal stopGathering(long id) {
    proposals.stopGathering(own(id, "complete").id());
    return proposals.get(id);
  }

  /**
   * Takes a file out: its proposer's, or of what a new version of the program brings, where the
   * desk keeps its own file.
   *
   * @throws NotFound if it is not in there
   */
  @RequiresPermission(Permission.DEPLOY)
  public Proposal removeFile(long id, String file) {
    Proposal own = proposals.locked(id).proposedBy() == null ? open(id) : own(id, "change");
    List<ProposedFile> files = proposals.files(id);
    if (files.stream().noneMatch(each -> each.name().equals(file))) {
      throw new NotFound("file", file);
    }
    if (files.size() == 1) {
      throw new NotOffered(LocalizableText.of("refused.proposal.onlyFile"));
    }
    proposals.remove(own.id(), List.of(file));
    proposals.keep(own.id(), List.of(), clock.instant());
    audit.record(
        AuditEntry.of(
            AuditKind.DEPLOYED, "Proposal " + id, "Removed %s from the proposal".formatted(file)));
    return proposals.get(id);
  }

  /** Takes the proposal back. */
  @RequiresPermission(Permission.DEPLOY)
  public Proposal withdraw(long id, String reason) {
    Proposal own = own(id, "withdraw");
    String why = TextInput.optional("reason", reason, ProposeRelease.LONGEST_REASON);
    String login = actingPerson.current().name();
    proposals.decide(own.id(), ProposalState.WITHDRAWN, login, why, null, clock.instant());
    audit.record(
        AuditEntry.of(
            AuditKind.DEPLOYED,
            "Proposal " + id,
            why == null ? "Withdrew the proposal" : "Withdrew the proposal: " + why));
    return proposals.get(id);
  }

  private Proposal open(long id) {
    Proposal proposal = proposals.locked(id);
    if (!proposal.isOpen()) {
      throw DecideProposal.decided(proposal);
    }
    return proposal;
  }

  private Proposal own(long id, String what) {
    Proposal proposal = open(id);
    if (!proposal.isBy(actingPerson.current().name())) {
      throw new NotOffered(
          LocalizableText.of(
              "refused.proposal.proposer", LocalizableText.of("refused.verb." + what), id));
    }
    return proposal;
  }
}
