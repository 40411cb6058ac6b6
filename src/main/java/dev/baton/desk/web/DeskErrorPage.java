package dev.baton.desk.web;

import dev.baton.web.ErrorPage;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/** The page for errors, in the visitor's language. */
@Component
class DeskErrorPage implements ErrorPage {

  /** Those that have a title of their own. */
  private static final Set<Integer> TITLES = Set.of(400, 403, 404, 409, 413, 422, 500, 503);

  private final PageRenderer pages;

  DeskErrorPage(PageRenderer pages) {
    this.pages = pages;
  }

  @Override
  public String of(HttpStatusCode status, String reason) {
    Locale locale = PageAccess.locale();
    int code =
        TITLES.contains(status.value()) ? status.value() : status.is5xxServerError() ? 500 : 400;
    Map<String, Object> model = new HashMap<>();
    model.put("status", code);
    model.put("reason", reason == null ? pages.words("problem.noPage", locale) : reason);
    return pages.page("problem", locale, model);
  }
}
