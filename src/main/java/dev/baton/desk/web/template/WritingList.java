package dev.baton.desk.web.template;

import dev.baton.desk.web.PageRenderer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.data.domain.Page;

/**
 * Which part of a list of templates or macros is shown, from the query of the URL. Invalid values
 * are ignored.
 *
 * @param q words in it; empty for all
 * @param page from 0
 * @param saved id of the one that was just saved; null for none
 * @param isDeleted whether one was just deleted
 */
public record WritingList(String q, int page, Long saved, boolean isDeleted) {

  public static final int ON_A_PAGE = 25;

  private static final int LONGEST = 100;
  private static final int LAST_PAGE = 399;

  public static WritingList of(Map<String, String> given) {
    String q = given.getOrDefault("q", "").strip();
    String page = given.getOrDefault("page", "");
    String saved = given.getOrDefault("saved", "");
    return new WritingList(
        q.substring(0, Math.min(LONGEST, q.length())),
        page.matches("\\d{1,6}") ? Math.min(LAST_PAGE, Integer.parseInt(page)) : 0,
        saved.matches("\\d{1,18}") ? Long.valueOf(saved) : null,
        "deleted".equals(given.get("done")));
  }

  /** What every such page shows: the search and the links to other pages. */
  public Map<String, Object> model(String path, Page<?> found, PageRenderer pages, Locale locale) {
    Map<String, Object> model = new HashMap<>();
    model.put("q", q);
    model.put("pageNumber", pages.words("list.page", locale, page + 1));
    model.put("previous", found.hasPrevious() ? link(path, page - 1) : null);
    model.put("next", found.hasNext() ? link(path, page + 1) : null);
    return model;
  }

  private String link(String path, int other) {
    return path + "?page=" + other + "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
  }
}
