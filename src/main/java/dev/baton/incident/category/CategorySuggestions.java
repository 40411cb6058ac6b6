package dev.baton.incident.category;

import dev.baton.incident.search.UsedCategories;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Suggests categories: first those that administrators keep, then those in use. */
@Component
@Transactional(readOnly = true)
public class CategorySuggestions {

  private final Categories kept;
  private final UsedCategories used;

  CategorySuggestions(Categories kept, UsedCategories used) {
    this.kept = kept;
    this.used = used;
  }

  /** For any client. */
  public List<String> all() {
    return all(null, null);
  }

  /**
   * Names that differ only in case stand once. One that was taken out of use for all clients is not
   * suggested.
   *
   * @param clientId null for any client
   * @param service code; null for any service
   */
  public List<String> all(Long clientId, String service) {
    Map<String, String> names = new LinkedHashMap<>();
    kept.active(clientId, service).forEach(one -> names.putIfAbsent(key(one.name()), one.name()));
    List<String> ended =
        kept.list().stream()
            .filter(one -> !one.active() && one.client() == null)
            .map(one -> key(one.name()))
            .toList();
    used.frequent().stream()
        .filter(name -> !ended.contains(key(name)))
        .forEach(name -> names.putIfAbsent(key(name), name));
    return List.copyOf(names.values());
  }

  /** Those that contain the text in any case. */
  public List<String> containing(String text, int most) {
    String wanted = key(text);
    return all().stream().filter(name -> key(name).contains(wanted)).limit(most).toList();
  }

  /** Whether it is kept, or one of the newest incidents has it, in any case. */
  public boolean has(String category) {
    return kept.active(null, null).stream()
            .anyMatch(one -> one.name().equalsIgnoreCase(category.strip()))
        || used.has(category.strip());
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
