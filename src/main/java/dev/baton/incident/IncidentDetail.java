package dev.baton.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * Something that a form of the flow asked for and that belongs to the incident, such as its root
 * cause.
 *
 * @param name the key of the form's field
 * @param label what the form calls it
 * @param value the answer in words; {@code true} or {@code false} for a checkbox
 */
public record IncidentDetail(String name, String label, String value) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The longest value. */
  public static final int LONGEST = 4_000;

  /** The longest name, and the longest label. */
  public static final int LONGEST_NAME = 200;

  /** Reads how they are stored; none from null. */
  public static List<IncidentDetail> read(String stored) {
    try {
      return stored == null
          ? List.of()
          : List.copyOf(JSON.readValue(stored, new TypeReference<List<IncidentDetail>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The details of an incident are not readable", e);
    }
  }

  /** The reverse; null for none. */
  static String stored(List<IncidentDetail> details) {
    try {
      return details == null || details.isEmpty() ? null : JSON.writeValueAsString(details);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
