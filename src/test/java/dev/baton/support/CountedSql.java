package dev.baton.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the statements that go to the database, and the rows that are read of the answers. Wraps
 * the data source of every application under test, and stands aside while nobody counts.
 */
public final class CountedSql implements BeanPostProcessor {

  private static final String ANSWERS_REQUESTS = "-exec-";

  private static volatile Count counting;

  /** What was counted. */
  public static final class Count {

    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong rows = new AtomicLong();
    private final Predicate<Thread> counted;

    private Count(Predicate<Thread> counted) {
      this.counted = counted;
    }

    public List<String> statements() {
      return List.copyOf(statements);
    }

    public long rows() {
      return rows.get();
    }

    @Override
    public String toString() {
      return statements.size() + " statements, " + rows + " rows";
    }
  }

  /** Counts what the threads that answer requests do while one is made. */
  public static Count during(Supplier<?> request) {
    return count(new Count(thread -> thread.getName().contains(ANSWERS_REQUESTS)), request);
  }

  /** Counts what the work does on the thread that calls this. */
  public static Count of(Supplier<?> work) {
    Thread here = Thread.currentThread();
    return count(new Count(thread -> thread == here), work);
  }

  private static Count count(Count count, Supplier<?> work) {
    counting = count;
    try {
      Object unused = work.get();
    } finally {
      counting = null;
    }
    return count;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source && name.equals("dataSource")
        ? new Counted(source)
        : bean;
  }

  private static final class Counted extends DelegatingDataSource {

    Counted(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      Count count = counting;
      return count == null || !count.counted.test(Thread.currentThread())
          ? connection
          : wrapped(Connection.class, connection, null, count);
    }
  }

  private static <T> T wrapped(Class<T> type, Object target, String sql, Count count) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, given) -> call(target, sql, count, method, given)));
  }

  private static Object call(Object target, String sql, Count count, Method method, Object[] given)
      throws Throwable {
    if (method.getName().startsWith("execute")) {
      count.statements.add(given == null || given.length == 0 ? sql : String.valueOf(given[0]));
    }
    Object answer;
    try {
      answer = method.invoke(target, given);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    if (target instanceof ResultSet && method.getName().equals("next") && answer.equals(true)) {
      count.rows.incrementAndGet();
    }
    if (answer instanceof PreparedStatement && target instanceof Connection) {
      return wrapped(PreparedStatement.class, answer, String.valueOf(given[0]), count);
    }
    if (answer instanceof Statement && target instanceof Connection) {
      return wrapped(Statement.class, answer, null, count);
    }
    return answer instanceof ResultSet ? wrapped(ResultSet.class, answer, sql, count) : answer;
  }
}
