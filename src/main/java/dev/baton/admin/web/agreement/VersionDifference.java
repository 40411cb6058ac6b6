package dev.baton.admin.web.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A row of two versions side by side.
 *
 * @param before null if the older one does not say it
 * @param after null if the newer one does not say it
 */
public record VersionDifference(String label, String before, String after) {

  public boolean isChange() {
    return !Objects.equals(before, after);
  }

  /** All rows of both, in the order of the newer one as far as it goes. */
  static List<VersionDifference> all(List<DefinitionRow> older, List<DefinitionRow> newer) {
    Map<String, String> before = byLabel(older);
    Map<String, String> after = byLabel(newer);
    List<String> labels = new ArrayList<>(after.keySet());
    int at = 0;
    for (String label : before.keySet()) {
      if (after.containsKey(label)) {
        at = labels.indexOf(label) + 1;
      } else {
        labels.add(at++, label);
      }
    }
    return labels.stream()
        .map(label -> new VersionDifference(label, before.get(label), after.get(label)))
        .toList();
  }

  /** What differs. */
  static List<VersionDifference> changes(List<DefinitionRow> older, List<DefinitionRow> newer) {
    return all(older, newer).stream().filter(VersionDifference::isChange).toList();
  }

  private static Map<String, String> byLabel(List<DefinitionRow> rows) {
    Map<String, String> values = new LinkedHashMap<>();
    rows.forEach(row -> values.merge(row.label(), row.value(), (one, other) -> one + "; " + other));
    return values;
  }
}
