package dev.baton.flow.web.page;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/** What the process owner's pages answer. */
final class PageAnswers {

  private PageAnswers() {}

  static ResponseEntity<String> page(String html) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(html);
  }

  /** htmx opens this address. */
  static ResponseEntity<String> leadTo(String path) {
    return ResponseEntity.ok().header("HX-Redirect", path).body("");
  }
}
