package dev.baton.flow.backtest.outcome;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.baton.flow.backtest.answer.PlayedStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What became of all incidents of a replay.
 *
 * @param played steps that a script played since the log knows nothing of them
 * @param gaps what of the log was not understood, or not replayed
 * @param failedJobs how many times a step of a flow failed
 * @param seconds from the first event to the last timer
 */
public record ReplayOutcome(
    List<IncidentOutcome> incidents,
    List<PlayedStep> played,
    List<ReplayGap> gaps,
    int failedJobs,
    double seconds) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .build();

  public void write(Path file) {
    try {
      JSON.writeValue(file.toFile(), this);
    } catch (IOException e) {
      throw new UncheckedIOException("The outcomes could not be written to " + file, e);
    }
  }

  /** Reads what {@link #write} has written. */
  public static ReplayOutcome read(Path file) {
    try {
      return JSON.readValue(file.toFile(), ReplayOutcome.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The outcomes could not be read from " + file, e);
    }
  }
}
