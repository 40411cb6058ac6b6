package dev.baton.access;

import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.client.ClientDirectory;
import dev.baton.client.RequesterView;
import dev.baton.engine.ActingPerson;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whether whoever is signed in may do something, by the roles they have: {@link RoleRights}. */
@Component
public class Rights {

  private static final String ROLE = "ROLE_";

  /** How often the same refusal is recorded: once a minute says as much as a thousand times. */
  private static final Duration ONCE = Duration.ofMinutes(1);

  private final ClientDirectory clients;
  private final AuditTrail trail;
  private final ActingPerson actingPerson;

  Rights(ClientDirectory clients, AuditTrail trail, ActingPerson actingPerson) {
    this.actingPerson = actingPerson;
    this.clients = clients;
    this.trail = trail;
  }

  /**
   * Who asks, if they may do it. A requester may do it for their own client alone: {@link
   * Caller#onlyClient()}.
   *
   * @throws Refused if they may not
   */
  public Caller allow(Act act) {
    Authentication person = person();
    Set<String> roles = rolesOf(person);
    if (!isWithinScope(person, act)) {
      throw refused(act, "The scope of this token does not allow you to ");
    }
    if (roles.stream().noneMatch(role -> RoleRights.of(role).contains(act))) {
      throw refused(act, "Your roles do not allow you to ");
    }
    boolean ofTheDesk =
        roles.stream()
            .anyMatch(
                role -> !role.equals(RoleRights.REQUESTER) && RoleRights.of(role).contains(act));
    return ofTheDesk
        ? new Caller(person.getName(), Optional.empty())
        : new Caller(person.getName(), Optional.of(requester(person.getName())));
  }

  /** Whether who asks may do it, for one client at least. */
  public boolean may(Act act) {
    return isWithinScope(person(), act)
        && rolesOf(person()).stream().anyMatch(role -> RoleRights.of(role).contains(act));
  }

  /** Whether who asks is one of the desk's people, and not of a client's alone. */
  public boolean isOfTheDesk() {
    return rolesOf(person()).stream()
        .anyMatch(role -> !role.equals(RoleRights.REQUESTER) && !RoleRights.of(role).isEmpty());
  }

  /**
   * Makes sure that whoever is signed in, if anybody is, may do it; the flow may do everything.
   *
   * @throws Refused if they may not
   */
  void check(Act act) {
    Optional<Set<String>> groups = actingPerson.groups();
    if (groups.isEmpty()) {
      return;
    }
    if (person() != null && !isWithinScope(person(), act)) {
      throw refused(act, "The scope of this token does not allow you to ");
    }
    if (groups.get().stream().noneMatch(role -> RoleRights.of(role).contains(act))) {
      throw refused(act, "Your roles do not allow you to ");
    }
  }

  /** The refusal of an act, which is on record from now on. */
  private Refused refused(Act act, String reason) {
    trail.note(
        AuditEntry.of(AuditKind.REFUSED, act.name(), "Was not allowed to " + act.words()), ONCE);
    return new Refused(reason + act.words());
  }

  private static Authentication person() {
    return SecurityContextHolder.getContext().getAuthentication();
  }

  private RequesterView requester(String login) {
    return clients
        .requesterWithLogin(login)
        .orElseThrow(() -> new Refused("Your sign-in belongs to no client; ask the desk"));
  }

  private static boolean isWithinScope(Authentication person, Act act) {
    return Scope.within(
            person.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList())
        .contains(act);
  }

  private static Set<String> rolesOf(Authentication person) {
    return person.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .filter(authority -> authority.startsWith(ROLE))
        .map(authority -> authority.substring(ROLE.length()))
        .collect(Collectors.toSet());
  }
}
