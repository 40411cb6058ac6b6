package dev.baton.flow.backtest.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A log that was read from a journal, as a file for other programs of ours: JSON, compressed. */
public final class RecordedLogFile {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private RecordedLogFile() {}

  public static Path write(RecordedLog log, Path file) {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      JSON.writeValue(out, log);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("The recorded incidents could not be written to " + file, e);
    }
  }

  static boolean isAt(BufferedReader text) throws IOException {
    text.mark(1);
    int first = text.read();
    text.reset();
    return first == '{';
  }

  static RecordedLog read(BufferedReader text) throws IOException {
    return JSON.readValue(text, RecordedLog.class);
  }
}
