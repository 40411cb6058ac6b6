package dev.baton.access;

import dev.baton.engine.ActingPerson;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Whether whoever is signed in may do something, by the roles they have: {@link RolePermissions}.
 */
@Component
public class AccessControl {

  private static final String ROLE = "ROLE_";

  private final RequesterIdentities requesters;
  private final RefusalRecorder refusals;
  private final ActingPerson actingPerson;

  AccessControl(
      RequesterIdentities requesters, RefusalRecorder refusals, ActingPerson actingPerson) {
    this.actingPerson = actingPerson;
    this.requesters = requesters;
    this.refusals = refusals;
  }

  /**
   * Who asks, if they may do it. A requester may do it for their own client alone: {@link
   * Caller#onlyClient()}.
   *
   * @throws PermissionDenied if they may not
   */
  public Caller allow(Permission act) {
    Authentication person = person();
    Set<String> roles = rolesOf(person);
    if (!isWithinScope(person, act)) {
      throw refused(act, "The scope of this token does not allow you to ");
    }
    if (roles.stream().noneMatch(role -> RolePermissions.of(role).contains(act))) {
      throw refused(act, "Your roles do not allow you to ");
    }
    boolean ofTheDesk =
        roles.stream()
            .anyMatch(
                role ->
                    !role.equals(RolePermissions.REQUESTER)
                        && RolePermissions.of(role).contains(act));
    return ofTheDesk
        ? new Caller(person.getName(), Optional.empty())
        : new Caller(person.getName(), Optional.of(requester(person.getName())));
  }

  /** Whether who asks may do it, for one client at least. */
  public boolean may(Permission act) {
    return isWithinScope(person(), act)
        && rolesOf(person()).stream().anyMatch(role -> RolePermissions.of(role).contains(act));
  }

  /** Whether who asks is one of the desk's people, and not of a client's alone. */
  public boolean isOfTheDesk() {
    return rolesOf(person()).stream()
        .anyMatch(
            role -> !role.equals(RolePermissions.REQUESTER) && !RolePermissions.of(role).isEmpty());
  }

  /**
   * Makes sure that whoever is signed in, if anybody is, may do it; the flow may do everything.
   *
   * @throws PermissionDenied if they may not
   */
  void check(Permission act) {
    Optional<Set<String>> groups = actingPerson.groups();
    if (groups.isEmpty()) {
      return;
    }
    if (person() != null && !isWithinScope(person(), act)) {
      throw refused(act, "The scope of this token does not allow you to ");
    }
    if (groups.get().stream().noneMatch(role -> RolePermissions.of(role).contains(act))) {
      throw refused(act, "Your roles do not allow you to ");
    }
  }

  /** The refusal of an act, which is on record from now on. */
  private PermissionDenied refused(Permission act, String reason) {
    refusals.record(act);
    return new PermissionDenied(reason + act.words());
  }

  private static Authentication person() {
    return SecurityContextHolder.getContext().getAuthentication();
  }

  private RequesterIdentity requester(String login) {
    return requesters
        .withLogin(login)
        .orElseThrow(
            () ->
                new PermissionDenied(
                    "Your account is not linked to a client; contact the service desk"));
  }

  private static boolean isWithinScope(Authentication person, Permission act) {
    return TokenScope.within(
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
