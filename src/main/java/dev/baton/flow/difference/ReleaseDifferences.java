package dev.baton.flow.difference;

import dev.baton.engine.release.ModelXml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** What differs between two releases. */
public final class ReleaseDifferences {

  /** A file by what it defines. */
  private record DefiningFile(String name, byte[] content, Set<String> definitions) {

    static DefiningFile of(String name, byte[] content) {
      Set<String> definitions = new HashSet<>(ModelXml.definitions(name, content));
      definitions.remove(ModelXml.FORM); // a form without an id
      return new DefiningFile(name, content, definitions);
    }

    String baseName() {
      return name.substring(name.lastIndexOf('/') + 1);
    }
  }

  private ReleaseDifferences() {}

  /**
   * Files belong together that define the same flow, table or form, whatever they are called. One
   * that defines nothing, because it cannot be read, is compared with the one of its name.
   *
   * @param before content by name of file
   * @param after content by name of file
   * @return one for each file that differs in what it says or in how it is drawn, by name
   */
  public static List<FileDifference> between(
      Map<String, byte[]> before, Map<String, byte[]> after) {
    Map<String, byte[]> changedBefore = new TreeMap<>(before);
    Map<String, byte[]> changedAfter = new TreeMap<>(after);
    changedBefore
        .entrySet()
        .removeIf(
            file -> {
              byte[] now = after.get(file.getKey());
              boolean isSame = now != null && Arrays.equals(file.getValue(), now);
              if (isSame) {
                changedAfter.remove(file.getKey());
              }
              return isSame;
            });
    return compared(defining(changedBefore), defining(changedAfter));
  }

  private static List<DefiningFile> defining(Map<String, byte[]> files) {
    return files.entrySet().stream()
        .map(file -> DefiningFile.of(file.getKey(), file.getValue()))
        .toList();
  }

  private static List<FileDifference> compared(
      List<DefiningFile> before, List<DefiningFile> after) {
    List<DefiningFile> gone = new ArrayList<>(before);
    List<DefiningFile> unmatched = new ArrayList<>(after);
    List<FileDifference> differences = new ArrayList<>();
    match(
        gone,
        unmatched,
        (former, now) -> !Collections.disjoint(former.definitions, now.definitions),
        differences);
    match(
        gone,
        unmatched,
        (former, now) ->
            (former.definitions.isEmpty() || now.definitions.isEmpty())
                && former.baseName().equals(now.baseName()),
        differences);
    gone.forEach(former -> add(former, null, differences));
    unmatched.forEach(now -> add(null, now, differences));
    differences.sort(Comparator.comparing(FileDifference::file));
    return differences;
  }

  private static void match(
      List<DefiningFile> before,
      List<DefiningFile> after,
      BiPredicate<DefiningFile, DefiningFile> isSame,
      List<FileDifference> differences) {
    after.removeIf(
        now -> {
          Optional<DefiningFile> former =
              before.stream().filter(one -> isSame.test(one, now)).findFirst();
          former.ifPresent(
              one -> {
                before.remove(one);
                add(one, now, differences);
              });
          return former.isPresent();
        });
  }

  private static void add(
      DefiningFile before, DefiningFile after, List<FileDifference> differences) {
    FileComparison comparison =
        new FileComparison(
            before == null ? null : before.name,
            before == null ? null : before.content,
            after == null ? null : after.name,
            after == null ? null : after.content);
    comparison.difference().ifPresent(differences::add);
  }
}
