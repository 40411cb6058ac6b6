package dev.baton.flow.web.page;

import dev.baton.engine.release.ReleaseComplaint;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the checks say about one file, errors first. */
record FileRemarks(String file, List<ReleaseComplaint> remarks) {

  static List<FileRemarks> of(List<ReleaseComplaint> complaints) {
    return complaints.stream()
        .sorted(Comparator.comparing(ReleaseComplaint::severity))
        .collect(Collectors.groupingBy(ReleaseComplaint::file, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(file -> new FileRemarks(file.getKey(), file.getValue()))
        .toList();
  }
}
