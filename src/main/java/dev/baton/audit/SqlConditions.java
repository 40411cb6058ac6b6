package dev.baton.audit;

import dev.baton.database.LikePattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The conditions of a question, and the values for their question marks. */
public final class SqlConditions {

  private final StringBuilder sql = new StringBuilder(" where 1 = 1");
  private final List<Object> values = new ArrayList<>();

  /** From the first instant to the one that is no longer asked for. */
  public SqlConditions between(String column, Instant from, Instant to) {
    return when(from, column + " >= ?").when(to, column + " < ?");
  }

  /** Adds the condition with its question mark, unless the value is null. */
  public SqlConditions when(Object value, String condition) {
    if (value != null) {
      sql.append(" and ").append(condition);
      values.add(value);
    }
    return this;
  }

  /** One of the columns contains the text, unless it is null. */
  public SqlConditions mention(String text, String... columns) {
    if (text != null) {
      String pattern = LikePattern.containing(text);
      List<String> any = new ArrayList<>();
      for (String column : columns) {
        any.add(column + " like ?");
        values.add(pattern);
      }
      sql.append(" and (").append(String.join(" or ", any)).append(')');
    }
    return this;
  }

  public String sql() {
    return sql.toString();
  }

  /** The values, and some more behind them. */
  public Object[] with(Object... more) {
    List<Object> all = new ArrayList<>(values);
    all.addAll(List.of(more));
    return all.toArray();
  }
}
