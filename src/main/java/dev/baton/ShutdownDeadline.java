package dev.baton;

import java.time.Duration;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Ends a process that was told to stop and has not stopped within {@code baton.shutdown-limit},
 * because something in it takes no interruption. Nothing is lost by it that was committed; jobs are
 * taken over when their locks end.
 */
class ShutdownDeadline implements ApplicationListener<ApplicationPreparedEvent> {

  /** As the JVM exits after SIGTERM. */
  private static final int STATUS = 143;

  @Override
  public void onApplicationEvent(ApplicationPreparedEvent event) {
    arm(
        event
            .getApplicationContext()
            .getEnvironment()
            .getRequiredProperty("baton.shutdown-limit", Duration.class));
  }

  /** Shutdown hooks run at once; the JVM does not wait for the thread that this one starts. */
  static void arm(Duration limit) {
    Thread watch = new Thread(() -> endAfter(limit), "shutdown-deadline");
    watch.setDaemon(true);
    Runtime.getRuntime().addShutdownHook(new Thread(watch::start, "shutdown-deadline-start"));
  }

  private static void endAfter(Duration limit) {
    try {
      Thread.sleep(limit.toMillis());
      System.err.printf("Not stopped within %d s: the process ends.%n", limit.toSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      // An embedded database is a process of its own, and SIGTERM is how it closes in order.
      ProcessHandle.current().children().forEach(ProcessHandle::destroy);
      Runtime.getRuntime().halt(STATUS);
    }
  }
}
