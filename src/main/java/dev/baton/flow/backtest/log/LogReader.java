package dev.baton.flow.backtest.log;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a ServiceNow audit export, or what was read from a journal of a desk, plain or gzip; a line
 * that makes no sense is noted, not fatal.
 */
public final class LogReader {

  private static final int GZIP_FIRST_BYTE = 0x1f;
  private static final int GZIP_SECOND_BYTE = 0x8b;

  private LogReader() {}

  /**
   * @throws UnreadableLog when the file is missing, cannot be read, or has not the columns
   */
  public static RecordedLog read(Path file) {
    if (!Files.exists(file)) {
      throw new UnreadableLog("There is no file " + file + ".");
    }
    if (!Files.isRegularFile(file)) {
      throw new UnreadableLog(file + " is not a file.");
    }
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        Reader text = new InputStreamReader(unpacked(raw), StandardCharsets.UTF_8)) {
      return read(new BufferedReader(text), file);
    } catch (ZipException | EOFException e) {
      throw new UnreadableLog(file + " is damaged gzip: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UnreadableLog(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    raw.mark(2);
    boolean isGzip = raw.read() == GZIP_FIRST_BYTE && raw.read() == GZIP_SECOND_BYTE;
    raw.reset();
    return isGzip ? new GZIPInputStream(raw, 1 << 16) : raw;
  }

  public static RecordedLog read(BufferedReader lines, Path file) throws IOException {
    if (RecordedLogFile.isAt(lines)) {
      return RecordedLogFile.read(lines);
    }
    String header = lines.readLine();
    if (header == null) {
      throw new UnreadableLog(file + " is empty.");
    }
    LogColumns columns = LogColumns.of(header, file);
    List<LogRow> rows = new ArrayList<>();
    List<SkippedLine> badLines = new ArrayList<>();
    int line = 1;
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      line++;
      if (text.isBlank()) {
        continue;
      }
      try {
        rows.add(columns.row(line, text));
      } catch (LogColumns.Nonsense e) {
        badLines.add(new SkippedLine(line, e.getMessage()));
      }
    }
    if (rows.isEmpty()) {
      throw new UnreadableLog(
          file + " holds no event that can be understood (bad lines: " + badLines.size() + ").");
    }
    return new RecordedLog(rows, badLines);
  }
}
