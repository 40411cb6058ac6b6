package dev.baton.engine.release;

import java.util.Map;

/** The flows, tables and forms with which new incidents run. */
public interface LiveFiles {

  /** Content by name of file, whoever asks. */
  Map<String, byte[]> now();
}
