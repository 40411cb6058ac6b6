package dev.baton.admin.web;

import java.util.List;
import java.util.Locale;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;

/** Searches lists that are short enough to be read as a whole. */
public final class SettingsRows {

  private SettingsRows() {}

  /** The rows of one page with the text in any cell. */
  public static Page<SettingsRow> page(List<SettingsRow> all, String search, Pageable page) {
    String wanted = search.strip().toLowerCase(Locale.ROOT);
    List<SettingsRow> found = all.stream().filter(row -> contains(row, wanted)).toList();
    int from = (int) Math.min(found.size(), page.getOffset());
    int to = Math.min(found.size(), from + page.getPageSize());
    return new PageImpl<>(found.subList(from, to), page, found.size());
  }

  private static boolean contains(SettingsRow row, String wanted) {
    return row.cells().stream()
        .anyMatch(cell -> cell != null && cell.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
