package dev.baton.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** One page of a list. Its neighbours are in the Link header (RFC 8288). */
public record PageResponse<T>(
    List<T> items,
    @Schema(description = "Number of this page, from 0") int page,
    @Schema(description = "How many items a page holds at most") int size,
    long totalItems,
    int totalPages) {

  private static final int LONGEST_LINK = 1200;

  /** The answer to the current request: the page, with links to first, prev, next and last. */
  public static <V, T> ResponseEntity<PageResponse<T>> answer(Page<V> found, Function<V, T> body) {
    PageResponse<T> page = of(found, body);
    return answer(page).body(page);
  }

  /** The same as a bare list: how many there are in all stands in {@code X-Total-Count}. */
  public static <V, T> ResponseEntity<List<T>> list(Page<V> found, Function<V, T> body) {
    PageResponse<T> page = of(found, body);
    return answer(page)
        .header("X-Total-Count", String.valueOf(page.totalItems()))
        .body(page.items());
  }

  private static <V, T> PageResponse<T> of(Page<V> found, Function<V, T> body) {
    return new PageResponse<>(
        found.getContent().stream().map(body).toList(),
        found.getNumber(),
        found.getSize(),
        found.getTotalElements(),
        found.getTotalPages());
  }

  private static ResponseEntity.BodyBuilder answer(PageResponse<?> page) {
    return linksFit()
        ? ResponseEntity.ok().header(HttpHeaders.LINK, page.links())
        : ResponseEntity.ok();
  }

  /** Each link repeats the query, and the head of an answer has its limit, too. */
  private static boolean linksFit() {
    return RequestUri.whole().build().toUriString().length() <= LONGEST_LINK;
  }

  private String links() {
    List<String> links = new ArrayList<>();
    int last = Math.max(0, totalPages - 1);
    links.add(link(0, "first"));
    if (page > 0) {
      links.add(link(Math.min(page - 1, last), "prev"));
    }
    if (page < last) {
      links.add(link(page + 1, "next"));
    }
    links.add(link(last, "last"));
    return String.join(", ", links);
  }

  private static String link(int page, String relation) {
    String address = RequestUri.whole().replaceQueryParam("page", page).build().toUriString();
    return "<%s>; rel=\"%s\"".formatted(address, relation);
  }
}
