package dev.baton.engine.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Files laid over a release: what they define takes the place of what is there, and the rest stays.
 *
 * @param live content by file before
 * @param together content by file afterwards
 * @param kept the names of the files that stay
 * @param changesLive whether anything that is there is replaced, or a form is added to it
 * @param complaints what is wrong with the files themselves
 */
public record ReleaseOverlay(
    Map<String, byte[]> live,
    Map<String, byte[]> together,
    Set<String> kept,
    boolean changesLive,
    List<ReleaseComplaint> complaints) {

  public static ReleaseOverlay of(Map<String, byte[]> sent, Map<String, byte[]> live) {
    Map<String, Set<String>> before = definitions(live);
    Set<String> replaced =
        definitions(sent).values().stream()
            .flatMap(Set::stream)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, byte[]> together = new HashMap<>(sent);
    Set<String> kept = new HashSet<>();
    live.forEach(
        (file, content) -> {
          if (Collections.disjoint(before.get(file), replaced)) {
            String name = freeName(file, together.keySet());
            together.put(name, content);
            kept.add(name);
          }
        });
    boolean changesLive =
        kept.size() < live.size() || replaced.stream().anyMatch(id -> id.startsWith(ModelXml.FORM));
    return new ReleaseOverlay(live, together, kept, changesLive, ofChangedIds(sent, before));
  }

  private static Map<String, Set<String>> definitions(Map<String, byte[]> files) {
    return files.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, file -> ModelXml.definitions(file.getKey(), file.getValue())));
  }

  /** Two files of one name may define different things, since they were sent one by one. */
  public static String freeName(String name, Set<String> taken) {
    String free = name;
    int dot = name.lastIndexOf('.');
    for (int i = 2; taken.contains(free); i++) {
      free = name.substring(0, dot) + "-" + i + name.substring(dot);
    }
    return free;
  }

  /** What uses the definition would still look for the former id. */
  private static List<ReleaseComplaint> ofChangedIds(
      Map<String, byte[]> sent, Map<String, Set<String>> live) {
    List<ReleaseComplaint> complaints = new ArrayList<>();
    sent.forEach(
        (file, content) -> {
          Set<String> now = ModelXml.definitions(file, content);
          live.entrySet().stream()
              .filter(former -> base(former.getKey()).equals(base(file)))
              .map(Map.Entry::getValue)
              .filter(former -> !now.isEmpty() && Collections.disjoint(former, now))
              .findFirst()
              .ifPresent(former -> complaints.add(ofChangedId(file, former, now)));
        });
    return complaints;
  }

  private static ReleaseComplaint ofChangedId(String file, Set<String> former, Set<String> now) {
    return ReleaseComplaint.warning(
        file,
        "",
        null,
        "A file of this name defines '%s'; this one defines '%s' beside it."
            .formatted(String.join(", ", former), String.join(", ", now)),
        "If the id was changed by mistake, change it back.");
  }

  private static String base(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
