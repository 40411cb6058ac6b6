package dev.baton.desk.web.contact;

import dev.baton.incident.Channel;
import dev.baton.incident.ContactKind;
import dev.baton.incident.Direction;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The filter of the list of contacts, from the query of the URL. Invalid values are ignored.
 *
 * @param client code of a client; null for all
 * @param incident {@code with}, {@code without}, or null for all
 * @param page from 0
 */
record ContactListFilter(
    String q,
    Channel channel,
    Direction direction,
    ContactKind kind,
    String client,
    String incident,
    int page) {

  static final int ON_A_PAGE = 50;

  /** Further back, a narrower filter leads there. */
  static final int LAST_PAGE = 199;

  /** The same with words. */
  private static final int LAST_PAGE_FOUND = 19;

  static final List<String> INCIDENTS = List.of("with", "without");

  private static final int LONGEST = 200;

  static ContactListFilter of(Map<String, String> given) {
    String incident = given.get("incident");
    return new ContactListFilter(
        text(given.get("q")),
        constant(Channel.values(), given.get("channel")),
        constant(Direction.values(), given.get("direction")),
        constant(ContactKind.values(), given.get("kind")),
        text(given.get("client")).isEmpty() ? null : text(given.get("client")),
        incident != null && INCIDENTS.contains(incident) ? incident : null,
        Math.min(
            text(given.get("q")).isEmpty() ? LAST_PAGE : LAST_PAGE_FOUND, page(given.get("page"))));
  }

  boolean isLast() {
    return page >= (q.isEmpty() ? LAST_PAGE : LAST_PAGE_FOUND);
  }

  static int page(String given) {
    return given == null || !given.matches("\\d{1,6}")
        ? 0
        : Math.min(LAST_PAGE, Integer.parseInt(given));
  }

  private static String text(String given) {
    String text = given == null ? "" : given.strip();
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  private static <E extends Enum<E>> E constant(E[] all, String name) {
    return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  /** The URL of another page of the list. */
  String atPage(int other) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("q", q.isEmpty() ? null : q);
    parts.put("channel", channel == null ? null : channel.name());
    parts.put("direction", direction == null ? null : direction.name());
    parts.put("kind", kind == null ? null : kind.name());
    parts.put("client", client);
    parts.put("incident", incident);
    parts.put("page", other == 0 ? null : String.valueOf(other));
    String query =
        parts.entrySet().stream()
            .filter(part -> part.getValue() != null)
            .map(
                part ->
                    part.getKey()
                        + "="
                        + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return "/desk/contacts" + (query.isEmpty() ? "" : "?" + query);
  }
}
