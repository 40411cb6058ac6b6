package dev.baton.desk.web.people;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/** The forms that change the rota. */
enum RotaForm {
  /** A shift once, or one that is left out once. */
  SHIFT,
  /** A shift that comes back. */
  WEEKLY,
  ABSENCE,
  /** Somebody takes over a shift, perhaps in return for one of theirs. */
  SWAP,
  /** A shift is worked at another time. */
  MOVE,
  /** Who stands in, for a person or for a post. */
  DEPUTY;

  /** Its name in a URL. */
  String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether only those who may edit the rota of others use it. */
  boolean isForKeepers() {
    return this == SHIFT || this == WEEKLY || isShiftChange();
  }

  /** Whether it changes a shift that there is. */
  boolean isShiftChange() {
    return this == SWAP || this == MOVE;
  }

  static Optional<RotaForm> named(String path) {
    return Arrays.stream(values()).filter(form -> form.path().equals(path)).findFirst();
  }

  /**
   * A link to a form that is filled in.
   *
   * @param href the page with the form in it
   * @param part the form alone
   */
  record FormLink(String href, String part) {}

  /**
   * @param page the URL of the page that it is part of
   * @param values what it is filled in with; null values are left out
   */
  FormLink link(String page, Map<String, String> values) {
    String query = query(values);
    String more = query.isEmpty() ? "" : "&" + query;
    return new FormLink(
        page + (page.contains("?") ? "&" : "?") + "form=" + path() + more + "#people-form",
        "/desk/people/forms/" + path() + (query.isEmpty() ? "" : "?" + query));
  }

  private static String query(Map<String, String> values) {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .map(
            entry ->
                entry.getKey() + "=" + UriUtils.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
