package dev.baton.flow.proposal;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.Actor;
import dev.baton.engine.FlowVersions;
import dev.baton.engine.ResourcesDeployed;
import dev.baton.engine.release.LiveDeployment;
import dev.baton.engine.release.ReleaseDeployment;
import dev.baton.incident.reconciliation.Reconciliation;
import dev.baton.web.validation.TextInput;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Which releases were live, and which one is. */
@Service
public class ReleaseHistory {

  private final Releases releases;
  private final ReleaseDeployment deployments;
  private final ActingPerson actingPerson;
  private final Clock clock;

  ReleaseHistory(
      Releases releases, ReleaseDeployment deployments, ActingPerson actingPerson, Clock clock) {
    this.releases = releases;
    this.deployments = deployments;
    this.actingPerson = actingPerson;
    this.clock = clock;
  }

  /** The last first. */
  @Transactional(readOnly = true)
  @RequiresPermission(Permission.CHECK_FLOWS)
  public Page<PublishedRelease> list(Pageable page) {
    return releases.list(page);
  }

  /**
   * @throws dev.baton.web.NotFound if there is none with this number
   */
  @Transactional(readOnly = true)
  @RequiresPermission(Permission.CHECK_FLOWS)
  public PublishedRelease get(int number) {
    return releases.get(number);
  }

  /** Content by name of all files of the release. */
  @Transactional(readOnly = true)
  @RequiresPermission(Permission.CHECK_FLOWS)
  public Map<String, byte[]> files(int number) {
    return deployments.files(releases.get(number).deploymentId());
  }

  /** The release before this one; empty for the first. */
  @Transactional(readOnly = true)
  @RequiresPermission(Permission.CHECK_FLOWS)
  public Optional<PublishedRelease> before(int number) {
    return releases.find(number - 1);
  }

  /** With which new incidents run; empty only before the first start has ended. */
  @Transactional(readOnly = true)
  public Optional<PublishedRelease> live() {
    return deployments
        .live(Reconciliation.INCIDENT_LIFECYCLE)
        .map(LiveDeployment::id)
        .flatMap(releases::ofDeployment);
  }

  /** What went live past the proposals: directly, or by a rollback. */
  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void note(ResourcesDeployed deployed) {
    if (releases.ofDeployment(deployed.id()).isEmpty()) {
      deployments
          .live(Reconciliation.INCIDENT_LIFECYCLE)
          .filter(live -> live.id().equals(deployed.id()))
          .ifPresent(live -> add(live, origin(live)));
    }
  }

  /** At the start: what came with the program, or with one that kept no list. */
  @Transactional
  public void noteLive() {
    int next = releases.next();
    deployments
        .live(Reconciliation.INCIDENT_LIFECYCLE)
        .filter(live -> releases.ofDeployment(live.id()).isEmpty())
        .ifPresent(live -> add(next, live, origin(live), null));
  }

  private void add(LiveDeployment live, ReleaseOrigin origin) {
    Actor person = actingPerson.current();
    add(releases.next(), live, origin, person.isFlow() ? null : person.name());
  }

  private void add(int number, LiveDeployment live, ReleaseOrigin origin, String login) {
    String title =
        live.isPackaged() ? "Baton" : live.name() == null ? "Release " + number : live.name();
    releases.add(
        new PublishedRelease(
            number,
            live.id(),
            origin,
            TextInput.shortened(title, ProposeRelease.LONGEST_TITLE),
            null,
            login,
            login,
            null,
            login == null ? live.at() : clock.instant()));
  }

  private static ReleaseOrigin origin(LiveDeployment live) {
    if (live.isPackaged()) {
      return ReleaseOrigin.SHIPPED;
    }
    return FlowVersions.ROLLBACK.equals(live.source())
        ? ReleaseOrigin.ROLLED_BACK
        : ReleaseOrigin.DEPLOYED;
  }
}
