package dev.baton.flow.migration;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One incident of a migration.
 *
 * @param message why it is where it is, or what was done; may be null
 * @param before digest of what was open when its forecast was made; null without one
 * @param after digest of what would be open afterwards
 * @param changes what would be different
 * @param origins the version that each of its instances was on before; empty until it is moved
 * @param at when that happened
 */
public record MigratedIncident(
    String incident,
    int position,
    MoveState state,
    String message,
    String before,
    String after,
    List<FlowChange> changes,
    Map<String, String> origins,
    Instant at) {

  static MigratedIncident waiting(String incident, int position, Map<String, String> origins) {
    return new MigratedIncident(
        incident, position, MoveState.WAITING, null, null, null, List.of(), origins, null);
  }

  MigratedIncident forecast(Moved moved) {
    return new MigratedIncident(
        incident,
        position,
        MoveState.READY,
        null,
        moved.beforeDigest(),
        moved.afterDigest(),
        moved.changes(),
        origins,
        null);
  }

  MigratedIncident moved(Moved moved, String words, Instant now) {
    return new MigratedIncident(
        incident,
        position,
        MoveState.MOVED,
        words,
        before,
        after,
        moved.changes(),
        moved.origins(),
        now);
  }

  MigratedIncident ended(MoveState end, String words, Instant now) {
    return new MigratedIncident(
        incident, position, end, words, before, after, changes, origins, now);
  }
}
