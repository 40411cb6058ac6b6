package dev.baton.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.joda.time.DateTimeUtils;
import org.springframework.stereotype.Component;

/**
 * The only source of now, in UTC and milliseconds: the engine's clock. Tests and the back-test move
 * it, and every timer moves with it.
 */
@Component
public class EngineClock extends Clock {

  /** The engine asks Joda for the time, wherever it does. */
  private static final ThreadLocal<Instant> ALONE = new ThreadLocal<>();

  private static final DateTimeUtils.MillisProvider BY_THREAD =
      () -> {
        Instant alone = ALONE.get();
        return alone == null
            ? DateTimeUtils.SYSTEM_MILLIS_PROVIDER.getMillis()
            : alone.toEpochMilli();
      };

  @Override
  public Instant instant() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    EngineClock engine = this;
    return new Clock() {
      @Override
      public Instant instant() {
        return engine.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return engine.withZone(other);
      }
    };
  }

  /** Stops the clock at this instant, for the whole process. */
  public void travelTo(Instant instant) {
    ClockUtil.setCurrentTime(Date.from(instant));
  }

  /**
   * Stops the clock at this instant for the current thread; all others go with the machine. So two
   * replays may run in one process, each at its own time, as long as each keeps to its thread.
   */
  public void travelAlone(Instant instant) {
    ALONE.set(instant);
    DateTimeUtils.setCurrentMillisProvider(BY_THREAD);
  }

  /** Ends {@link #travelAlone} for the current thread. */
  public void rejoin() {
    ALONE.remove();
  }

  /** Lets the clock run with the machine again. */
  public void reset() {
    ClockUtil.reset();
  }
}
