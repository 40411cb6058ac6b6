package dev.baton.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The user tasks of releases whose models did not say what they are. Incidents that started then
 * finish their flows as they were.
 */
class FormerUserTasks {

  private static final String FILE = "/engine/former-user-tasks.properties";

  private final Properties tasks = new Properties();

  FormerUserTasks() {
    try (InputStream file = FormerUserTasks.class.getResourceAsStream(FILE)) {
      tasks.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  /** By the names of extension properties; empty for a task that is not among them. */
  Map<String, String> propertiesOf(String flow, String task) {
    Map<String, String> found = new HashMap<>();
    String prefix = flow + "." + task + ".";
    for (String name : tasks.stringPropertyNames()) {
      if (name.startsWith(prefix)) {
        found.put("baton." + name.substring(prefix.length()), tasks.getProperty(name));
      }
    }
    return found;
  }
}
