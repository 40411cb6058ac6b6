package dev.baton.flow.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.engine.migration.StepTarget;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads the rows of migrations. What has parts is stored as JSON. */
final class MigrationRows {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Map<String, StepTarget>>> ANSWERS =
      new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final TypeReference<List<FlowChange>> CHANGES = new TypeReference<>() {};

  private MigrationRows() {}

  static Migration migration(ResultSet row) throws SQLException {
    String stages = row.getString("stages");
    return new Migration(
        row.getLong("id"),
        row.getString("reason"),
        row.getString("created_by"),
        row.getTimestamp("created_at").toInstant(),
        MigrationState.valueOf(row.getString("state")),
        read(row.getString("answers"), ANSWERS),
        read(row.getString("targets"), TEXTS),
        row.getBoolean("evaluates_timers"),
        stages.isEmpty()
            ? List.of()
            : Arrays.stream(stages.split(",")).map(Integer::valueOf).toList(),
        row.getInt("stage"),
        row.getInt("released"),
        row.getObject("back_of") == null ? null : row.getLong("back_of"),
        row.getString("message"),
        row.getTimestamp("finished_at") == null
            ? null
            : row.getTimestamp("finished_at").toInstant());
  }

  static MigratedIncident incident(ResultSet row) throws SQLException {
    return new MigratedIncident(
        row.getString("incident"),
        row.getInt("position"),
        MoveState.valueOf(row.getString("state")),
        row.getString("message"),
        row.getString("before_digest"),
        row.getString("after_digest"),
        read(row.getString("changes"), CHANGES),
        read(row.getString("origins"), TEXTS),
        row.getTimestamp("at") == null ? null : row.getTimestamp("at").toInstant());
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
