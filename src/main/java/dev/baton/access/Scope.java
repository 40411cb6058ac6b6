package dev.baton.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an API token is for. It narrows what the roles of its owner allow, and adds nothing: whoever
 * comes with a token may do what both allow.
 */
public enum Scope {
  READ(
      EnumSet.of(
          Act.READ,
          Act.READ_ESCALATIONS,
          Act.READ_CONTACT_LOG,
          Act.READ_CLIENTS,
          Act.READ_STAFF,
          Act.READ_AGREEMENTS,
          Act.READ_BOARD,
          Act.EXPORT)),
  REPORT(EnumSet.of(Act.REPORT, Act.ADD_CONTACT, Act.LOG_CONTACT)),
  WORK(
      EnumSet.of(
          Act.REPORT,
          Act.ADD_CONTACT,
          Act.LOG_CONTACT,
          Act.WORK,
          Act.CONFIRM,
          Act.REOPEN,
          Act.REPRIORITISE,
          Act.ANSWER_ESCALATIONS)),
  ADMINISTER(EnumSet.allOf(Act.class));

  /** How authorities that stand for a scope begin. */
  private static final String AUTHORITY = "SCOPE_";

  private final Set<Act> acts;

  Scope(Set<Act> acts) {
    this.acts = acts;
  }

  /** The authority by which a sign-in carries this limit. */
  public String authority() {
    return AUTHORITY + name();
  }

  /** What these authorities allow: everything, unless there is a scope among them. */
  static Set<Act> within(Collection<String> authorities) {
    boolean isLimited = authorities.stream().anyMatch(it -> it.startsWith(AUTHORITY));
    if (!isLimited) {
      return EnumSet.allOf(Act.class);
    }
    return EnumSet.allOf(Scope.class).stream()
        .filter(scope -> authorities.contains(scope.authority()))
        .flatMap(scope -> scope.acts.stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
  }
}
