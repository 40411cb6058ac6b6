package dev.baton.flow.proposal;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.release.DeploymentLimits;
import dev.baton.engine.release.DeploymentProposals;
import dev.baton.engine.release.LiveFiles;
import dev.baton.engine.release.ModelXml;
import dev.baton.engine.release.ProposedDeployment;
import dev.baton.engine.release.RefusedRelease;
import dev.baton.engine.release.ReleaseComplaint;
import dev.baton.engine.release.ReleaseInspection;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.text.RefusalTexts;
import dev.baton.web.validation.InvalidInput;
import dev.baton.web.validation.TextInput;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes changed files as a proposal. Modeler sends one file at a time, so what the same person
 * sends next joins their open proposal, and all of it is checked together with what is live.
 */
@Service
public class ProposeRelease implements DeploymentProposals {

  static final int LONGEST_TITLE = 255;
  static final int LONGEST_REASON = 1_000;
  private static final int LONGEST_NAME = 255;

  private final Proposals proposals;
  private final ReleaseInspection inspection;
  private final LiveFiles live;
  private final ActingPerson actingPerson;
  private final AuditTrail audit;
  private final Clock clock;
  private final DirectDeployment direct;

  ProposeRelease(
      Proposals proposals,
      ReleaseInspection inspection,
      LiveFiles live,
      ActingPerson actingPerson,
      AuditTrail audit,
      DirectDeployment direct,
      Clock clock) {
    this.proposals = proposals;
    this.inspection = inspection;
    this.live = live;
    this.actingPerson = actingPerson;
    this.audit = audit;
    this.clock = clock;
    this.direct = direct;
  }

  @Override
  public boolean isDirect() {
    return direct.isAllowed();
  }

  @Override
  @Transactional
  @RequiresPermission(Permission.DEPLOY)
  public ProposedDeployment propose(String name, Map<String, byte[]> files) {
    Proposal proposal = propose(files, name, null, ProposalOrigin.MODELER);
    return new ProposedDeployment(proposal.id(), proposal.title(), proposal.changedAt());
  }

  /**
   * The same for files from Baton's own page or API.
   *
   * @param title may be null
   * @param reason why; may be null
   * @throws InvalidInput if there are no files
   * @throws RefusedRelease if they are too many or too large, or with what the checks say; nothing
   *     is kept then
   */
  @Transactional
  @RequiresPermission(Permission.DEPLOY)
  public Proposal propose(Map<String, byte[]> files, String title, String reason) {
    return propose(
        files,
        TextInput.optional("title", title, LONGEST_TITLE),
        TextInput.optional("reason", reason, LONGEST_REASON),
        ProposalOrigin.DESK);
  }

  private Proposal propose(
      Map<String, byte[]> files, String title, String reason, ProposalOrigin origin) {
    if (files.isEmpty()) {
      throw new InvalidInput("file", LocalizableText.of("refused.flow.files"));
    }
    String login = actingPerson.current().name();
    Instant now = clock.instant();
    Proposal open = openOf(login, title(title, files), origin, reason, now);
    Map<String, byte[]> before = contents(open.id());
    Set<String> replaced = replaced(before, files);
    Map<String, byte[]> together = new TreeMap<>(before);
    together.keySet().removeAll(replaced);
    together.putAll(files);
    refuseTooMuch(together);
    Map<String, byte[]> liveNow = live.now();
    List<ReleaseComplaint> errors =
        inspection.check(together, liveNow).remarks().stream()
            .filter(ReleaseComplaint::refuses)
            .toList();
    if (!errors.isEmpty()) {
      throw new RefusedRelease(errors);
    }
    proposals.remove(open.id(), replaced);
    proposals.keep(open.id(), proposed(files, liveNow), now);
    if (reason != null) {
      proposals.describe(open.id(), open.title(), reason);
    }
    audit.record(
        AuditEntry.of(
            AuditKind.DEPLOYED,
            "Proposal " + open.id(),
            TextInput.shortened(
                "Proposed "
                    + String.join(", ", new TreeSet<>(files.keySet()))
                    + (reason == null ? "" : ": " + reason),
                LONGEST_REASON)));
    return proposals.get(open.id());
  }

  /** With what was sent before. */
  private static void refuseTooMuch(Map<String, byte[]> files) {
    DeploymentLimits.exceeded(files.values())
        .ifPresent(
            reason ->
                refuse(
                    "The proposal",
                    RefusalTexts.english(reason),
                    "Begin another one for the rest."));
    files.keySet().stream()
        .filter(name -> name.length() > LONGEST_NAME)
        .findFirst()
        .ifPresent(
            name ->
                refuse(
                    TextInput.shortened(name, 40),
                    "The name of the file is longer than %d characters.".formatted(LONGEST_NAME),
                    "Give it a shorter one."));
  }

  private static void refuse(String file, String problem, String remedy) {
    throw new RefusedRelease(List.of(ReleaseComplaint.error(file, "", null, problem, remedy)));
  }

  private static String title(String given, Map<String, byte[]> files) {
    return TextInput.shortened(
        given == null || given.isBlank()
            ? String.join(", ", new TreeSet<>(files.keySet()))
            : given.strip(),
        LONGEST_TITLE);
  }

  private Proposal openOf(
      String login, String title, ProposalOrigin origin, String reason, Instant now) {
    return proposals
        .gathering(login)
        .orElseGet(
            () -> {
              try {
                return proposals.locked(proposals.add(title, origin, login, reason, now));
              } catch (DuplicateKeyException sentAtTheSameTime) {
                return proposals.gathering(login).orElseThrow(() -> sentAtTheSameTime);
              }
            });
  }

  private Map<String, byte[]> contents(long id) {
    return proposals.files(id).stream()
        .collect(Collectors.toMap(ProposedFile::name, ProposedFile::content));
  }

  /** What the new files define takes the place of what was sent before. */
  private static Set<String> replaced(Map<String, byte[]> before, Map<String, byte[]> files) {
    Set<String> defined =
        files.entrySet().stream()
            .flatMap(file -> ModelXml.definitions(file.getKey(), file.getValue()).stream())
            .collect(Collectors.toSet());
    return before.entrySet().stream()
        .filter(
            file ->
                !Collections.disjoint(
                    ModelXml.definitions(file.getKey(), file.getValue()), defined))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static List<ProposedFile> proposed(
      Map<String, byte[]> files, Map<String, byte[]> liveNow) {
    LiveDefinitions definitions = new LiveDefinitions(liveNow);
    return files.entrySet().stream()
        .map(
            file ->
                new ProposedFile(
                    file.getKey(),
                    file.getValue(),
                    definitions.replacedBy(file.getKey(), file.getValue())))
        .toList();
  }
}
