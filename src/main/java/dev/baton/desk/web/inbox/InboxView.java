package dev.baton.desk.web.inbox;

import java.util.Map;

/**
 * Which messages the page shows, from the query of the URL. Invalid values are ignored.
 *
 * @param isUnreadOnly the tab <em>Unread</em> instead of <em>All</em>
 * @param page from 0
 */
record InboxView(boolean isUnreadOnly, int page) {

  static final int ON_A_PAGE = 25;

  private static final int LAST_PAGE = 399;

  static InboxView of(Map<String, String> given) {
    String page = given.get("page");
    return new InboxView(
        !"all".equals(given.get("view")),
        page == null || !page.matches("\\d{1,6}")
            ? 0
            : Math.min(LAST_PAGE, Integer.parseInt(page)));
  }

  InboxView atPage(int other) {
    return new InboxView(isUnreadOnly, other);
  }

  /** The query that leads to it again. */
  String query() {
    return "?view=" + (isUnreadOnly ? "unread" : "all") + (page == 0 ? "" : "&page=" + page);
  }
}
