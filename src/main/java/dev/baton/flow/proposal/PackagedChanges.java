package dev.baton.flow.proposal;

import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.engine.release.LiveFiles;
import dev.baton.engine.release.PackagedRelease;
import dev.baton.engine.release.ReleaseDeployment;
import dev.baton.incident.reconciliation.Reconciliation;
import dev.baton.web.validation.TextInput;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the start whether the program brings other flows than before. Where the desk has a
 * release of its own they do not go live: what is new in them becomes a proposal. Three versions of
 * each file are compared: packaged before, packaged now, and live.
 */
@Service
public class PackagedChanges {

  private static final Logger log = LoggerFactory.getLogger(PackagedChanges.class);

  /** Several nodes may start at the same time. */
  private static final int TRIES = 5;

  private static final String TITLE = "Flows of the new version of Baton";

  private final Proposals proposals;
  private final PackagedFiles packaged;
  private final ReleaseHistory history;
  private final ReleaseDeployment deployments;
  private final LiveFiles live;
  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  PackagedChanges(
      Proposals proposals,
      PackagedFiles packaged,
      ReleaseHistory history,
      ReleaseDeployment deployments,
      LiveFiles live,
      AuditTrail audit,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.proposals = proposals;
    this.packaged = packaged;
    this.history = history;
    this.deployments = deployments;
    this.live = live;
    this.audit = audit;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** After the engine has deployed what it may. */
  @EventListener(ApplicationReadyEvent.class)
  @Order(0)
  void compareAtStart() {
    try {
      compare(PackagedRelease.files());
    } catch (RuntimeException e) {
      // A desk that runs is worth more than the comparison, which the next start repeats.
      log.error("It could not be compared what flows the program brings", e);
    }
  }

  /**
   * Does nothing if the program brings what it brought before.
   *
   * @param now what it brings, content by name
   */
  public void compare(Map<String, byte[]> now) {
    for (int again = TRIES; ; again--) {
      try {
        compareOnce(now);
        return;
      } catch (ConcurrencyFailureException | DuplicateKeyException otherNode) {
        if (again == 1) {
          throw otherNode;
        }
      }
    }
  }

  private void compareOnce(Map<String, byte[]> now) {
    transaction.executeWithoutResult(
        status -> {
          history.noteLive();
          Map<String, byte[]> before = packaged.noted();
          boolean isOurs =
              deployments
                  .live(Reconciliation.INCIDENT_LIFECYCLE)
                  .map(deployment -> deployment.isPackaged())
                  .orElse(true);
          if (!isOurs) {
            propose(before.isEmpty() ? deployments.packagedFiles() : before, now);
          }
          if (isOurs || before.isEmpty() || differ(before, now)) {
            packaged.note(now);
          }
        });
  }

  private void propose(Map<String, byte[]> before, Map<String, byte[]> now) {
    LiveDefinitions liveNow = new LiveDefinitions(live.now());
    List<ProposedFile> changed = new ArrayList<>();
    now.forEach(
        (name, content) -> {
          byte[] former = before.get(name);
          if (!Arrays.equals(content, former)) {
            String replaced = liveNow.replacedBy(name, content);
            if (!replaced.equals(LiveDefinitions.hash(content))) {
              changed.add(new ProposedFile(name, content, base(former)));
            }
          }
        });
    if (!changed.isEmpty()) {
      keep(changed);
    }
  }

  /** Other than what is live where the desk has changed the file, too. */
  private static String base(byte[] former) {
    return former == null ? LiveDefinitions.NONE : LiveDefinitions.hash(former);
  }

  private void keep(List<ProposedFile> changed) {
    Optional<Proposal> open = proposals.openUpgrade();
    long id =
        open.map(Proposal::id)
            .orElseGet(
                () -> proposals.add(TITLE, ProposalOrigin.UPGRADE, null, null, clock.instant()));
    proposals.keep(id, changed, clock.instant());
    String names =
        changed.stream().map(ProposedFile::name).sorted().collect(Collectors.joining(", "));
    log.warn(
        "The program brings changed flows, and the desk has a release of its own: proposal {}"
            + " takes them over ({})",
        id,
        names);
    audit.record(
        AuditEntry.of(
            AuditKind.DEPLOYED,
            "Proposal " + id,
            TextInput.shortened("A new version of the program brings " + names, 1_000)));
  }

  private static boolean differ(Map<String, byte[]> before, Map<String, byte[]> now) {
    return !before.keySet().equals(now.keySet())
        || now.entrySet().stream()
            .anyMatch(file -> !Arrays.equals(file.getValue(), before.get(file.getKey())));
  }
}
