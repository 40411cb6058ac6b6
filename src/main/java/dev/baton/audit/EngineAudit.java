package dev.baton.audit;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.baton.engine.UserOperations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What people did in the engine's applications and its API, as the engine recorded it. */
@Component
class EngineAudit implements AuditSource {

  /** Of which things the engine's records are of which kind; all others are settings. */
  private static final Map<AuditKind, Set<String>> THINGS =
      Map.of(
          AuditKind.DEPLOYED,
          Set.of("Deployment"),
          AuditKind.RIGHTS_CHANGED,
          Set.of("Authorization", "User", "Group", "Group membership", "TenantMembership"),
          AuditKind.INCIDENT_CHANGED,
          Set.of(
              "Task",
              "IdentityLink",
              "ProcessInstance",
              "Variable",
              "Job",
              "Attachment",
              "Comment",
              "Incident"),
          AuditKind.SETTINGS_CHANGED,
          Set.of());

  private final UserOperations operations;

  EngineAudit(UserOperations operations) {
    this.operations = operations;
  }

  @Override
  public List<AuditRecord> newest(AuditQuery query, int most) {
    return isAsked(query)
        ? operations.newest(asked(query), most).stream().map(EngineAudit::record).toList()
        : List.of();
  }

  @Override
  public int count(AuditQuery query, int most) {
    return isAsked(query) ? operations.count(asked(query), most) : 0;
  }

  private static boolean isAsked(AuditQuery query) {
    return query.kind() == null || THINGS.containsKey(query.kind());
  }

  private static UserOperations.Query asked(AuditQuery query) {
    Set<String> things = query.kind() == null ? Set.of() : THINGS.get(query.kind());
    boolean isOther = query.kind() != null && things.isEmpty();
    return new UserOperations.Query(
        query.from(),
        query.to(),
        query.actor(),
        isOther ? named() : things,
        isOther,
        query.subject(),
        query.text());
  }

  private static Set<String> named() {
    return THINGS.values().stream().flatMap(Set::stream).collect(toUnmodifiableSet());
  }

  private static AuditRecord record(UserOperations.Operation operation) {
    return new AuditRecord(
        operation.at(),
        kind(operation.thing()),
        operation.person(),
        "Engine",
        null,
        operation.subject(),
        words(operation),
        AuditRecord.Source.ENGINE);
  }

  private static AuditKind kind(String thing) {
    return THINGS.entrySet().stream()
        .filter(kind -> kind.getValue().contains(thing))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(AuditKind.SETTINGS_CHANGED);
  }

  private static String words(UserOperations.Operation operation) {
    String what = operation.operation() + " " + operation.thing();
    if (operation.property() == null) {
      return what;
    }
    return "%s: %s %s → %s"
        .formatted(what, operation.property(), shown(operation.before()), shown(operation.after()));
  }

  private static String shown(String value) {
    return value == null ? "nothing" : value;
  }
}
