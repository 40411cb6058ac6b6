package dev.baton.engine.release;

import java.util.Map;
import java.util.TreeMap;

/** How the files of a release lie in a folder: flows and tables apart from forms. */
public final class ReleaseFolder {

  private ReleaseFolder() {}

  /**
   * Content by path within the folder. Names are whatever a sender chose, so nothing of them but
   * the last part is a path; two files of the same last part get different ones. Deployed files end
   * in a kind of file, so no name is {@code ..}.
   */
  public static Map<String, byte[]> of(Map<String, byte[]> files) {
    Map<String, byte[]> placed = new TreeMap<>();
    new TreeMap<>(files)
        .forEach(
            (name, content) -> {
              String base =
                  name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
              String path = (ModelXml.isForm(name) ? "forms/" : "processes/") + base;
              placed.put(ReleaseOverlay.freeName(path, placed.keySet()), content);
            });
    return placed;
  }
}
