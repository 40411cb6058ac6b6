package dev.baton.admin.web.setup;

import dev.baton.admin.web.AdminPage;
import dev.baton.admin.web.setup.SetUpStep.State;
import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.intake.mail.MailboxCheck;
import dev.baton.intake.monitoring.MonitoringSources;
import dev.baton.notification.MailServer;
import dev.baton.notification.OutgoingMail;
import dev.baton.sla.agreement.PublishedAgreements;
import dev.baton.staff.AgentView;
import dev.baton.staff.DeskProfile;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.rota.Rota;
import dev.baton.web.text.LocalizableText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/**
 * The steps of the guide, in order. Their states come from what the desk has, so there is nothing
 * to tick, and whoever comes back finds the next step.
 */
@Component
class SetUpSteps {

  private static final Duration ROTA_AHEAD = Duration.ofDays(14);
  private static final PageRequest ONE = PageRequest.of(0, 1);

  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final Rota rota;
  private final PublishedAgreements published;
  private final OutgoingMail mail;
  private final DeskProfile desk;
  private final MailboxCheck mailboxes;
  private final MonitoringSources sources;
  private final IncidentSearch incidents;
  private final ObjectProvider<AdminPage> pages;
  private final Clock clock;

  SetUpSteps(
      ClientDirectory clients,
      StaffDirectory staff,
      Rota rota,
      PublishedAgreements published,
      OutgoingMail mail,
      DeskProfile desk,
      MailboxCheck mailboxes,
      MonitoringSources sources,
      IncidentSearch incidents,
      ObjectProvider<AdminPage> pages,
      Clock clock) {
    this.clients = clients;
    this.staff = staff;
    this.rota = rota;
    this.published = published;
    this.mail = mail;
    this.desk = desk;
    this.mailboxes = mailboxes;
    this.sources = sources;
    this.incidents = incidents;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * How far the desk is.
   *
   * @param done the steps that are done, of those that every desk needs
   */
  record Count(int done, int all) {}

  List<SetUpStep> all() {
    List<ClientView> served = clients.clients();
    return List.of(
        name(),
        imported("clients", served.size(), "/desk/admin/clients/new"),
        imported(
            "services", clients.clientsWithService(), "/desk/admin/services/new", served.size()),
        imported("requesters", requesters(), "/desk/admin/requesters/new"),
        page("calendars", published.calendars().size()),
        page("agreements", published.agreements().size()),
        imported("teams", staff.teams().size(), "/desk/admin/teams/new"),
        agents(),
        step("rota", teamsOnDuty(), State.TO_DO, "/desk/people"),
        mailOut(),
        mailIn(),
        plan(),
        step("monitoring", sources.list().size(), State.OPTIONAL, "/desk/admin/monitoring/new"),
        step("incident", incidents(), State.TO_DO, null));
  }

  static Count count(List<SetUpStep> steps) {
    List<SetUpStep> needed = steps.stream().filter(SetUpStep::isNeeded).toList();
    return new Count((int) needed.stream().filter(SetUpStep::isDone).count(), needed.size());
  }

  private static SetUpStep imported(String name, long count, String href) {
    return imported(name, count, href, 1);
  }

  /**
   * @param enough how many make it done, though one at least
   */
  private static SetUpStep imported(String name, long count, String href, int enough) {
    return new SetUpStep(
        name,
        count >= Math.max(1, enough) ? State.DONE : State.TO_DO,
        LocalizableText.of("admin.setup." + name + ".count", count, enough),
        href,
        "/desk/admin/" + name + "/import");
  }

  private static SetUpStep step(String name, long count, State otherwise, String href) {
    return new SetUpStep(
        name,
        count > 0 ? State.DONE : otherwise,
        LocalizableText.of("admin.setup." + name + ".count", count),
        href,
        null);
  }

  private SetUpStep name() {
    return new SetUpStep(
        "desk",
        desk.ownName().isPresent() ? State.DONE : State.TO_DO,
        desk.ownName()
            .map(name -> LocalizableText.of("admin.setup.desk.named", name))
            .orElseGet(() -> LocalizableText.of("admin.setup.desk.unnamed", DeskProfile.UNNAMED)),
        "/desk/admin/desk",
        null);
  }

  private SetUpStep mailOut() {
    MailServer server = mail.current();
    boolean isThere = server.smtp().isThere();
    return new SetUpStep(
        "mailOut",
        isThere ? State.DONE : State.TO_DO,
        isThere
            ? LocalizableText.of(
                "admin.setup.mailOut.there", server.smtp().host(), server.address())
            : LocalizableText.of("admin.setup.mailOut.none"),
        "/desk/admin/mail-server",
        null);
  }

  private SetUpStep page(String name, long count) {
    return step(name, count, State.TO_DO, pathOf(name));
  }

  private String pathOf(String name) {
    return pages
        .orderedStream()
        .filter(page -> page.name().equals(name))
        .map(AdminPage::path)
        .findFirst()
        .orElse(null);
  }

  /** There is a plan from the beginning; whether it fits, somebody must read. */
  private SetUpStep plan() {
    return new SetUpStep(
        "plan", State.OPTIONAL, LocalizableText.of("admin.setup.plan.there"), pathOf("plan"), null);
  }

  /** The first administrator is there from the beginning. */
  private SetUpStep agents() {
    long active = staff.agents().stream().filter(AgentView::active).count();
    return imported("agents", active, "/desk/admin/agents/new", 2);
  }

  private SetUpStep mailIn() {
    List<MailboxCheck.Mailbox> boxes = mailboxes.mailboxes();
    long read = boxes.stream().filter(MailboxCheck.Mailbox::isRead).count();
    return new SetUpStep(
        "mailIn",
        boxes.isEmpty() ? State.OPTIONAL : read == boxes.size() ? State.DONE : State.TO_DO,
        LocalizableText.of("admin.setup.mailIn.count", boxes.size(), read),
        "/desk/admin/mailboxes/new",
        null);
  }

  private long requesters() {
    return clients.requesters("", null, ONE).getTotalElements();
  }

  private long teamsOnDuty() {
    Instant now = clock.instant();
    return staff.teams().stream()
        .filter(team -> rota.hasAny(team.code(), now, now.plus(ROTA_AHEAD)))
        .count();
  }

  private long incidents() {
    return incidents.hasAny() ? 1 : 0;
  }
}
