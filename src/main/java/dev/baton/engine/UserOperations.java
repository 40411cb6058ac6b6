package dev.baton.engine;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The engine's records of what people did: its user operation log. */
@Component
public class UserOperations {

  private final OperationLog log;

  UserOperations(OperationLog log) {
    this.log = log;
  }

  /**
   * A search filter; null or empty means any.
   *
   * @param things kinds of things, in the engine's words, such as {@code Task}
   * @param others whether all but these are asked for
   * @param subject the key of an instance, such as an incident's number, or else of a flow
   */
  public record Query(
      Instant from,
      Instant to,
      String person,
      Set<String> things,
      boolean others,
      String subject,
      String text) {}

  /** One change of one property; operation and thing in the engine's words. */
  public record Operation(
      Instant at,
      String person,
      String operation,
      String thing,
      String property,
      String before,
      String after,
      String subject) {}

  /** Returns the newest first, up to a limit. */
  public List<Operation> newest(Query query, int most) {
    return log.newest(query, most);
  }

  /** Returns the number of matches; stops counting at the limit. */
  public int count(Query query, int most) {
    return log.count(query, most);
  }
}
