package dev.baton.desk.web.people;

import dev.baton.staff.rota.DutyList;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which people the page shows, from the query of the URL. Invalid values are ignored.
 *
 * @param team code of a team, or {@link DutyList#NO_TEAM}; null for all
 * @param q a part of a name; empty for everybody
 * @param page from 0
 */
record DutyFilter(String team, String q, int page) {

  static final int ON_A_PAGE = 50;

  private static final int LAST_PAGE = 999;
  private static final int LONGEST = 100;

  static DutyFilter of(Map<String, String> given) {
    String team = text(given.get("team"));
    return new DutyFilter(team.isEmpty() ? null : team, text(given.get("q")), page(given));
  }

  static int page(Map<String, String> given) {
    String page = given.get("page");
    return page == null || !page.matches("\\d{1,6}")
        ? 0
        : Math.min(LAST_PAGE, Integer.parseInt(page));
  }

  /** The code of a team that a calendar shows; null for the people without a team. */
  static String code(String shown) {
    return shown.equals(DutyList.NO_TEAM) ? null : shown;
  }

  static String text(String given) {
    String text = given == null ? "" : given.strip();
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  /** The URL of another page. */
  String atPage(int other) {
    UriComponentsBuilder url = UriComponentsBuilder.fromPath("/desk/people");
    if (team != null) {
      url.queryParam("team", "{team}");
    }
    if (!q.isEmpty()) {
      url.queryParam("q", "{q}");
    }
    if (other > 0) {
      url.queryParam("page", other);
    }
    return url.encode().buildAndExpand(Map.of("team", team == null ? "" : team, "q", q)).toString();
  }
}
