package dev.baton.flow.check;

import dev.baton.engine.release.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The shipped flows, tables and forms, some of them edited as their owner would edit them. */
final class EditedRelease {

  private final Map<String, String> files = new HashMap<>();
  private final Set<String> changed = new HashSet<>();

  EditedRelease() {
    for (String folder : List.of("processes", "forms")) {
      try (Stream<Path> all = Files.list(Path.of(folder))) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(file.toString().replace('\\', '/'), Files.readString(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(folder, e);
      }
    }
  }

  /** Replaces the text at its first place. */
  EditedRelease edit(String file, String text, String replacement) {
    String content = files.get(file);
    int place = content.indexOf(text);
    if (place < 0) {
      throw new IllegalArgumentException("%s does not have: %s".formatted(file, text));
    }
    files.put(
        file, content.substring(0, place) + replacement + content.substring(place + text.length()));
    changed.add(file);
    return this;
  }

  /** Replaces the text at all its places. */
  EditedRelease replace(String file, String text, String replacement) {
    files.put(file, files.get(file).replace(text, replacement));
    changed.add(file);
    return this;
  }

  /** Replaces what a cell says. */
  EditedRelease cell(String file, String id, String text, String replacement) {
    String content = files.get(file);
    int cell = content.indexOf("id=\"%s\"".formatted(id));
    int begin = content.indexOf("<text>", cell) + "<text>".length();
    int end = content.indexOf("</text>", begin);
    String before = content.substring(begin, end);
    if (cell < 0 || !before.equals(text)) {
      throw new IllegalArgumentException("%s, %s says: %s".formatted(file, id, before));
    }
    files.put(file, content.substring(0, begin) + replacement + content.substring(end));
    changed.add(file);
    return this;
  }

  /** Deletes a row. */
  EditedRelease withoutRow(String file, String id) {
    files.put(file, files.get(file).replace(row(file, id), ""));
    changed.add(file);
    return this;
  }

  /** Adds a copy of a row at the end of its table, with other ids. */
  EditedRelease copyOfRowAtTheEnd(String file, String id) {
    String row = row(file, id);
    String copy = row.replace("id=\"" + id, "id=\"copyOf_" + id);
    String content = files.get(file);
    int end = content.indexOf("    </decisionTable>", content.indexOf(row));
    files.put(file, content.substring(0, end) + copy + content.substring(end));
    changed.add(file);
    return this;
  }

  private String row(String file, String id) {
    String content = files.get(file);
    int begin = content.indexOf("<rule id=\"%s\"".formatted(id));
    if (begin < 0) {
      throw new IllegalArgumentException("%s has no row %s".formatted(file, id));
    }
    return content.substring(begin, content.indexOf("</rule>", begin) + "</rule>".length());
  }

  /** With nothing changed but what was edited. */
  Release release() {
    return release(changed);
  }

  /** As if all of it were sent. */
  Release releaseOfAll() {
    return release(files.keySet());
  }

  private Release release(Set<String> sent) {
    Map<String, byte[]> content = new HashMap<>();
    files.forEach((name, text) -> content.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return new Release(content, sent);
  }
}
