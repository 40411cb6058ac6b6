package dev.baton.flow.check.command;

import dev.baton.engine.release.ReleaseComplaint;
import dev.baton.engine.release.ReleaseConsequence;
import dev.baton.engine.release.ReleaseReview;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the checks say about the files of a folder.
 *
 * @param errors how many remarks refuse a deployment
 * @param warnings how many do not
 * @param remarks errors first
 * @param notChecked what needs a desk
 */
record CheckedFolder(
    long errors,
    long warnings,
    List<ReleaseComplaint> remarks,
    List<ReleaseConsequence> consequences,
    List<String> notChecked) {

  /** What was wrong before is said of these files as well, since the folder is checked whole. */
  static CheckedFolder of(ReleaseReview review, Set<String> files) {
    List<ReleaseComplaint> remarks =
        Stream.concat(
                review.remarks().stream(),
                review.known().stream().filter(known -> files.contains(known.file())))
            .distinct()
            .sorted(
                Comparator.comparing(ReleaseComplaint::severity)
                    .thenComparing(ReleaseComplaint::file))
            .toList();
    long errors = remarks.stream().filter(ReleaseComplaint::refuses).count();
    return new CheckedFolder(
        errors, remarks.size() - errors, remarks, review.consequences(), review.notChecked());
  }

  void print(String folder, int files, PrintStream out) {
    remarks.stream()
        .collect(Collectors.groupingBy(ReleaseComplaint::file, TreeMap::new, Collectors.toList()))
        .forEach(
            (file, ofFile) -> {
              out.println(file.isEmpty() ? folder : file);
              ofFile.forEach(remark -> print(remark, out));
              out.println();
            });
    if (!consequences.isEmpty()) {
      out.println("What would change");
      consequences.forEach(one -> out.printf("  %s: %s%n", one.file(), one.text()));
      out.println();
    }
    if (!notChecked.isEmpty()) {
      out.printf("Not checked here: %s.%n", String.join(", ", notChecked));
    }
    out.printf(
        "%s: %s, %s, %s.%n",
        folder, count(files, "file"), count(errors, "error"), count(warnings, "warning"));
  }

  private static void print(ReleaseComplaint remark, PrintStream out) {
    String label = remark.label() == null ? "" : remark.label().strip().replace('\n', ' ');
    String element = remark.elementId();
    String place =
        element.isEmpty()
            ? ""
            : label.isEmpty() ? element + ": " : "\"%s\" (%s): ".formatted(label, element);
    out.printf(
        "  %s  %s%s%n           %s%n",
        remark.refuses() ? "error  " : "warning", place, remark.problem(), remark.remedy());
  }

  private static String count(long number, String word) {
    return number == 1 ? "1 " + word : "%d %ss".formatted(number, word);
  }
}
