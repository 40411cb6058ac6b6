package dev.baton.flow.backtest.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;

/** Reads the comma-separated log of a backtest, the only CSV that is read anywhere. */
public final class IncidentLogs {

  private IncidentLogs() {}

  /** Whether it is read; if not, it was refused with a reason. */
  public static boolean reads(String text) {
    try {
      LogReader.read(new BufferedReader(new StringReader(text)), Path.of("log.csv"));
      return true;
    } catch (UnreadableLog refused) {
      return false;
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
