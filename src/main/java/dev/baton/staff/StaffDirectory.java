package dev.baton.staff;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.AuditedChanges;
import dev.baton.staff.StaffRevision.OwnView;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Finds and registers agents and teams, and mirrors them into the engine's users and groups. Other
 * nodes see changes after at most ten seconds.
 */
@Service
@Transactional(readOnly = true)
public class StaffDirectory {

  private static final Duration REMEMBERED = Duration.ofSeconds(10);

  private final Agents agents;
  private final Teams teams;
  private final UserAccounts signIns;
  private final StaffRevision revision;
  private final AuditTrail trail;
  private final Cache<String, Optional<AgentView>> knownAgents =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(10_000).build();
  private final Cache<String, Optional<TeamView>> knownTeams =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(1_000).build();

  private volatile AllAgents allAgents;

  StaffDirectory(
      Agents agents, Teams teams, UserAccounts signIns, StaffRevision revision, AuditTrail trail) {
    this.agents = agents;
    this.teams = teams;
    this.signIns = signIns;
    this.revision = revision;
    this.trail = trail;
  }

  /** All agents at a revision of the staff. */
  private record AllAgents(long revision, List<AgentView> agents) {}

  /**
   * The agent who signs in with this name, in any case. Answered from memory: called for every
   * incident.
   */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Optional<AgentView> agent(String login) {
    return key(login)
        .flatMap(key -> knownAgents.get(key, k -> agents.findByLogin(k).map(Agent::view)));
  }

  /**
   * The name of the person who signs in with this name: the sign-in name itself if nobody does, and
   * null for null.
   */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public String name(String login) {
    return agent(login).map(AgentView::name).orElse(login);
  }

  /**
   * All agents by name. Answered from memory as long as nothing has changed on any node: many pages
   * ask, and to read thousands takes a second.
   */
  public List<AgentView> agents() {
    long visible = revision.current();
    AllAgents known = allAgents;
    if (OwnView.ofThisTransaction().isPresent()) {
      return readAgents();
    }
    if (known == null || known.revision() != visible) {
      known = new AllAgents(visible, readAgents());
      allAgents = known;
    }
    return known.agents();
  }

  private List<AgentView> readAgents() {
    return agents.findAllByOrderByName().stream().map(Agent::view).toList();
  }

  /** Whether a mail address belongs to one of the desk's people. */
  public boolean hasAddress(String email) {
    return agents.existsWithAddress(email);
  }

  /** Whether an active agent has the role. */
  public boolean hasActive(Role role) {
    return agents.existsActiveWith(role);
  }

  /**
   * The team with this code or name, in any case. Answered from memory: called for every incident.
   */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Optional<TeamView> team(String codeOrName) {
    return key(codeOrName).flatMap(key -> knownTeams.get(key, this::teamNamed));
  }

  /** All teams by name. */
  public List<TeamView> teams() {
    return teams.findAllByOrderByName().stream().map(Team::view).toList();
  }

  /** Registers a team, or brings it up to date; creates the engine's group. */
  @Transactional
  @RequiresPermission(Permission.ADMINISTER)
  public TeamView register(TeamView team) {
    StaffValidator.team(team);
    refuseNameOfAnother(team);
    Optional<Team> known = teams.findByCode(team.code());
    Optional<TeamView> before = known.map(Team::view);
    Team stored = known.orElseGet(() -> new Team(team.code()));
    stored.bringUpToDate(team);
    TeamView registered = teams.save(stored).view();
    signIns.keepGroup(registered.group(), registered.name());
    String words =
        before.map(was -> changes(was, registered)).orElse("Registered: " + registered.name());
    if (!words.isEmpty()) {
      trail.record(AuditEntry.of(AuditKind.SETTINGS_CHANGED, "team " + registered.code(), words));
    }
    forget();
    return registered;
  }

  private static String changes(TeamView before, TeamView now) {
    return new AuditedChanges()
        .of("name", before.name(), now.name())
        .of("hours", before.hours(), now.hours())
        .words();
  }

  private void refuseNameOfAnother(TeamView team) {
    teams.named(team.name().strip()).stream()
        .map(Team::view)
        .filter(other -> !other.code().equals(team.code()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new InvalidInput(
                  "name", LocalizableText.of("refused.staff.team", team.name(), other.code()));
            });
  }

  /**
   * Registers an agent, or brings the one with the same login up to date; creates or updates the
   * engine's user and memberships. A null password leaves the sign-in as it is (none for a new
   * one). Inactive agents cannot sign in; reactivating one requires a new password.
   */
  @Transactional
  @RequiresPermission(Permission.ADMINISTER)
  public AgentView register(AgentView agent, String password) {
    StaffValidator.agent(agent);
    revision.takeTurn();
    Optional<Agent> known = agents.findByLogin(agent.login());
    Optional<String> before = known.map(Agent::view).map(StaffDirectory::rightsOf);
    Agent stored = known.orElseGet(() -> new Agent(agent.login()));
    stored.bringUpToDate(agent, teamsOf(agent));
    AgentView registered = agents.saveAndFlush(stored).view();
    revision.changed(Set.of(registered.login()));
    mirror(registered, password);
    audit(registered, before, password != null);
    forget();
    return registered;
  }

  private void audit(AgentView agent, Optional<String> before, boolean hasNewPassword) {
    String now = rightsOf(agent);
    if (!before.equals(Optional.of(now))) {
      String words = before.map(was -> now + "; before: " + was).orElse(now);
      trail.record(AuditEntry.of(AuditKind.RIGHTS_CHANGED, agent.login(), words));
    }
    if (hasNewPassword) {
      trail.record(
          AuditEntry.of(AuditKind.CREDENTIALS_CHANGED, agent.login(), "The password was set"));
    }
  }

  private static String rightsOf(AgentView agent) {
    return agent.active()
        ? "Roles and teams " + String.join(", ", groupsOf(agent))
        : "No longer active";
  }

  private void mirror(AgentView agent, String password) {
    if (agent.active()) {
      signIns.keepPerson(agent.login(), agent.name(), agent.email(), groupsOf(agent), password);
    } else {
      signIns.removePerson(agent.login());
    }
  }

  private static Set<String> groupsOf(AgentView agent) {
    return Stream.concat(
            agent.roles().stream().map(Role::group), agent.teams().stream().map(TeamView::groupOf))
        .collect(toCollection(TreeSet::new));
  }

  private List<Team> teamsOf(AgentView agent) {
    List<Team> found = teams.findByCodeIn(agent.teams());
    Set<String> unknown = new TreeSet<>(agent.teams());
    found.forEach(team -> unknown.remove(team.code()));
    if (!unknown.isEmpty()) {
      throw new InvalidInput(
          "teams",
          LocalizableText.of(
              "refused.staff.teams",
              String.join(", ", unknown),
              teams().stream().map(TeamView::code).collect(joining(", "))));
    }
    return found;
  }

  private Optional<TeamView> teamNamed(String codeOrName) {
    List<TeamView> found = teams.named(codeOrName).stream().map(Team::view).toList();
    return found.stream()
        .filter(team -> team.code().equals(codeOrName))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  /**
   * Evicts the cache now, and again at the end of the transaction, since others may read in the
   * meantime.
   */
  private void forget() {
    forgetAll();
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              forgetAll();
            }
          });
    }
  }

  private void forgetAll() {
    knownAgents.invalidateAll();
    knownTeams.invalidateAll();
  }

  private static Optional<String> key(String text) {
    return Optional.ofNullable(text)
        .map(given -> given.strip().toLowerCase(Locale.ROOT))
        .filter(given -> !given.isEmpty());
  }
}
