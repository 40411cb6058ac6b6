package dev.baton.desk.web.list;

import dev.baton.incident.Priority;
import dev.baton.incident.Status;
import dev.baton.incident.tag.TagName;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The filter of the list, from the query of the URL. Invalid values are ignored, so that an old
 * bookmark shows a list and not an error.
 *
 * @param status a name of a status, {@code open} for all open ones, or {@code all}
 * @param client code of a client; null for all
 * @param team code of a team; null for all
 * @param assignee sign-in name, {@code me}, {@code nobody}, or null for all
 * @param due {@code late}, {@code hour}, {@code today}, or null for all
 * @param reply {@code unanswered} if the client has written since the desk's last message, {@code
 *     unread} if the assignee has not read it either, or null for all
 * @param tag in lower case, or null for all
 * @param state what the board counts: one of {@link #STATES}, or null for all
 * @param sort {@code opened}, {@code due}, {@code priority} or {@code number}; unless it is given,
 *     open incidents stand in the order of their deadlines
 * @param page from 0
 */
record ListFilter(
    String q,
    String status,
    Priority priority,
    String client,
    String team,
    String assignee,
    String due,
    String reply,
    String tag,
    String state,
    String sort,
    boolean descending,
    int page) {

  static final int ON_A_PAGE = 50;

  /** The last page; beyond it, the list asks for a narrower filter. */
  static final int LAST_PAGE = 199;

  static final List<String> DUES = List.of("late", "hour", "today");
  static final List<String> REPLIES = List.of("unanswered", "unread");
  static final List<String> STATES =
      List.of("late", "risk", "hold", "unanswered", "stuck", "unprioritised");
  static final List<String> SORTS = List.of("opened", "due", "priority", "number");

  private static final int LONGEST = 200;

  static ListFilter of(Map<String, String> given) {
    String status = status(given.get("status"));
    String sort = oneOf(SORTS, given.get("sort"), status.equals("open") ? "due" : "opened");
    String order = given.get("order");
    return new ListFilter(
        text(given.get("q")) == null ? "" : text(given.get("q")),
        status,
        Arrays.stream(Priority.values())
            .filter(priority -> priority.name().equals(given.get("priority")))
            .findFirst()
            .orElse(null),
        text(given.get("client")),
        text(given.get("team")),
        text(given.get("assignee")),
        oneOf(DUES, given.get("due"), null),
        oneOf(REPLIES, given.get("reply"), null),
        tag(given.get("tag")),
        oneOf(STATES, given.get("state"), null),
        sort,
        order == null ? sort.equals("opened") || sort.equals("number") : order.equals("desc"),
        page(given.get("page")));
  }

  private static String text(String given) {
    String text = given == null ? "" : given.strip();
    return text.isEmpty() ? null : text.substring(0, Math.min(LONGEST, text.length()));
  }

  private static String tag(String given) {
    String tag = TagName.written(text(given));
    return tag.isEmpty() ? null : tag;
  }

  private static String status(String given) {
    boolean known =
        "all".equals(given)
            || Arrays.stream(Status.values()).anyMatch(status -> status.name().equals(given));
    return known ? given : "open";
  }

  private static String oneOf(List<String> known, String given, String otherwise) {
    return given != null && known.contains(given) ? given : otherwise;
  }

  private static int page(String given) {
    return given == null || !given.matches("\\d{1,6}")
        ? 0
        : Math.min(LAST_PAGE, Integer.parseInt(given));
  }

  /** The URL of another page of the list. */
  String atPage(int other) {
    return link(
        new ListFilter(
            q,
            status,
            priority,
            client,
            team,
            assignee,
            due,
            reply,
            tag,
            state,
            sort,
            descending,
            other));
  }

  /**
   * The URL with another sort order, from the first page; reverses the order if it is the current
   * one.
   */
  String sortedBy(String other) {
    boolean turned =
        other.equals(sort) ? !descending : other.equals("opened") || other.equals("number");
    return link(
        new ListFilter(
            q, status, priority, client, team, assignee, due, reply, tag, state, other, turned, 0));
  }

  /** The URL of the download. */
  String asCsv() {
    return "/desk/incidents.csv" + link(this).substring("/desk/incidents".length());
  }

  /** What stands behind the question mark of its URL; the page left aside. */
  String query() {
    return atPage(0).substring("/desk/incidents?".length());
  }

  /** The same incidents in the order that costs nothing, from the first page. */
  ListFilter unordered() {
    return new ListFilter(
        q, status, priority, client, team, assignee, due, reply, tag, state, SORTS.get(0), true, 0);
  }

  static String decoded(String part) {
    return part == null ? "" : URLDecoder.decode(part, StandardCharsets.UTF_8);
  }

  private static String link(ListFilter asked) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("q", asked.q.isEmpty() ? null : asked.q);
    parts.put("status", asked.status.equals("open") ? null : asked.status);
    parts.put("priority", asked.priority == null ? null : asked.priority.name());
    parts.put("client", asked.client);
    parts.put("team", asked.team);
    parts.put("assignee", asked.assignee);
    parts.put("due", asked.due);
    parts.put("reply", asked.reply);
    parts.put("tag", asked.tag);
    parts.put("state", asked.state);
    parts.put("sort", asked.sort);
    parts.put("order", asked.descending ? "desc" : "asc");
    parts.put("page", asked.page == 0 ? null : String.valueOf(asked.page));
    return "/desk/incidents?"
        + parts.entrySet().stream()
            .filter(part -> part.getValue() != null)
            .map(
                part ->
                    part.getKey()
                        + "="
                        + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }
}
