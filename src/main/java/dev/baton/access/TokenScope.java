package dev.baton.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The purpose of an API token. It narrows the permissions of the owner's roles and adds none: a
 * request with a token may only do what both allow.
 */
public enum TokenScope {
  READ(
      EnumSet.of(
          Permission.READ,
          Permission.READ_ESCALATIONS,
          Permission.READ_CONTACT_LOG,
          Permission.READ_CLIENTS,
          Permission.READ_STAFF,
          Permission.READ_AGREEMENTS,
          Permission.READ_BOARD,
          Permission.EXPORT)),
  REPORT(EnumSet.of(Permission.REPORT, Permission.ADD_CONTACT, Permission.LOG_CONTACT)),
  WORK(
      EnumSet.of(
          Permission.REPORT,
          Permission.ADD_CONTACT,
          Permission.LOG_CONTACT,
          Permission.WORK,
          Permission.CONFIRM,
          Permission.REOPEN,
          Permission.REPRIORITISE,
          Permission.ANSWER_ESCALATIONS)),
  ADMINISTER(EnumSet.allOf(Permission.class));

  /** How authorities that stand for a scope begin. */
  private static final String AUTHORITY = "SCOPE_";

  @SuppressWarnings("ImmutableEnumChecker") // always a copy by Set.copyOf
  private final Set<Permission> acts;

  TokenScope(Set<Permission> acts) {
    this.acts = Set.copyOf(acts);
  }

  /** The authority by which a sign-in carries this limit. */
  public String authority() {
    return AUTHORITY + name();
  }

  /** What these authorities allow: everything, unless there is a scope among them. */
  static Set<Permission> within(Collection<String> authorities) {
    boolean isLimited = authorities.stream().anyMatch(it -> it.startsWith(AUTHORITY));
    if (!isLimited) {
      return EnumSet.allOf(Permission.class);
    }
    return EnumSet.allOf(TokenScope.class).stream()
        .filter(scope -> authorities.contains(scope.authority()))
        .flatMap(scope -> scope.acts.stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
  }
}
