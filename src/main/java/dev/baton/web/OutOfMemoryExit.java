package dev.baton.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PostConstruct;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;

/**
 * Ends the process when memory has run out, so that whoever supervises it starts it again: threads
 * that died of it do not come back. {@code -XX:+ExitOnOutOfMemoryError} does the same, sooner, but
 * a jar cannot set it. Whatever catches an error logs it; this looks at what is logged, and at what
 * nobody caught.
 */
@Component
public class OutOfMemoryExit {

  /** As the JVM's own option exits. */
  public static final int STATUS = 3;

  private static final int DEEPEST_CAUSE = 20;

  @PostConstruct
  void watch() {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, problem) -> {
          exitIfOutOfMemory(problem);
          if (before != null) {
            before.uncaughtException(thread, problem);
          } else {
            LoggerFactory.getLogger(OutOfMemoryExit.class)
                .error("Thread {} ended", thread.getName(), problem);
          }
        });
    ILoggerFactory loggers = LoggerFactory.getILoggerFactory();
    if (loggers instanceof LoggerContext context) {
      TurboFilter filter = new LoggedErrors();
      filter.setContext(context);
      filter.start();
      context.addTurboFilter(filter);
    }
  }

  /** Does not return when memory ran out. */
  public static void exitIfOutOfMemory(Throwable problem) {
    Throwable cause = problem;
    for (int i = 0; cause != null && i < DEEPEST_CAUSE; i++) {
      if (cause instanceof OutOfMemoryError) {
        exit();
      }
      cause = cause.getCause();
    }
  }

  private static void exit() {
    try {
      System.err.println("Out of memory: the process is ending so that it can be restarted");
    } finally {
      // No shutdown hooks: they need memory, too.
      Runtime.getRuntime().halt(STATUS);
    }
  }

  private static final class LoggedErrors extends TurboFilter {

    @Override
    public FilterReply decide(
        Marker marker,
        Logger logger,
        Level level,
        String format,
        Object[] parameters,
        Throwable problem) {
      exitIfOutOfMemory(problem);
      // A Throwable behind the placeholders is not split off yet.
      if (parameters != null
          && parameters.length > 0
          && parameters[parameters.length - 1] instanceof Throwable last) {
        exitIfOutOfMemory(last);
      }
      return FilterReply.NEUTRAL;
    }
  }
}
