package dev.baton;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * The statements that a piece of work sends to the database on its own thread, by Hibernate and by
 * JdbcTemplate, as their logs tell them. The engine's own are not counted.
 */
public final class CountedStatements {

  private static final List<String> LOGS =
      List.of("org.hibernate.SQL", "org.springframework.jdbc.core.JdbcTemplate");

  private CountedStatements() {}

  public static List<String> of(Supplier<?> work) {
    Collected collected = new Collected(Thread.currentThread().getName());
    collected.start();
    List<Logger> loggers =
        LOGS.stream().map(name -> (Logger) LoggerFactory.getLogger(name)).toList();
    for (Logger logger : loggers) {
      logger.addAppender(collected);
      logger.setAdditive(false);
      logger.setLevel(Level.DEBUG);
    }
    try {
      work.get();
    } finally {
      for (Logger logger : loggers) {
        logger.setLevel(null);
        logger.setAdditive(true);
        logger.detachAppender(collected);
      }
    }
    return List.copyOf(collected.statements);
  }

  private static final class Collected extends AppenderBase<ILoggingEvent> {

    private final String thread;
    private final List<String> statements = new ArrayList<>();

    private Collected(String thread) {
      this.thread = thread;
    }

    @Override
    protected void append(ILoggingEvent event) {
      String text = event.getFormattedMessage();
      boolean isExecution =
          !event.getLoggerName().endsWith("JdbcTemplate")
              || text.startsWith("Executing prepared SQL statement")
              || text.startsWith("Executing SQL");
      if (event.getThreadName().equals(thread) && event.getLevel() == Level.DEBUG && isExecution) {
        statements.add(text);
      }
    }
  }
}
