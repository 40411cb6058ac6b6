package dev.baton.access;

import dev.baton.engine.ActingPerson;
import dev.baton.web.text.LocalizableText;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Decides by their roles whether the signed-in person has a permission: {@link RolePermissions}.
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
   * Returns the caller if they have the permission. A requester has it for their own client only:
   * {@link Caller#onlyClient()}.
   *
   * @throws PermissionDenied otherwise
   */
  public Caller allow(Permission act) {
    Authentication person = person();
    Set<String> roles = rolesOf(person);
    if (!isWithinScope(person, act)) {
      throw refused(act, "refused.scope");
    }
    if (roles.stream().noneMatch(role -> RolePermissions.of(role).contains(act))) {
      throw refused(act, "refused.roles");
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

  /** Returns whether the caller has the permission, for at least one client. */
  public boolean may(Permission act) {
    return isWithinScope(person(), act)
        && rolesOf(person()).stream().anyMatch(role -> RolePermissions.of(role).contains(act));
  }

  /** Returns whether the caller is one of the desk's people, not a client's. */
  public boolean isOfTheDesk() {
    return rolesOf(person()).stream()
        .anyMatch(
            role -> !role.equals(RolePermissions.REQUESTER) && !RolePermissions.of(role).isEmpty());
  }

  /**
   * Checks that the signed-in person, if any, has the permission; the flow may do everything.
   *
   * @throws PermissionDenied otherwise
   */
  void check(Permission act) {
    Optional<Set<String>> groups = actingPerson.groups();
    if (groups.isEmpty()) {
      return;
    }
    if (person() != null && !isWithinScope(person(), act)) {
      throw refused(act, "refused.scope");
    }
    if (groups.get().stream().noneMatch(role -> RolePermissions.of(role).contains(act))) {
      throw refused(act, "refused.roles");
    }
  }

  /** Creates the refusal and records it. */
  private PermissionDenied refused(Permission act, String key) {
    refusals.record(act);
    return new PermissionDenied(LocalizableText.of(key, act.text()));
  }

  private static Authentication person() {
    return SecurityContextHolder.getContext().getAuthentication();
  }

  private RequesterIdentity requester(String login) {
    return requesters
        .withLogin(login)
        .orElseThrow(() -> new PermissionDenied(LocalizableText.of("refused.noClient")));
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
