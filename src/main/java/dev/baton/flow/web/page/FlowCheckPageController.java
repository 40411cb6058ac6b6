package dev.baton.flow.web.page;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.engine.release.ReleaseOverlay;
import dev.baton.engine.release.ReleaseReview;
import dev.baton.flow.check.CheckFlows;
import dev.baton.flow.web.UploadedFiles;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The page on which flows, tables and forms are checked before they are deployed. */
@RestController
@RequestMapping(path = "/desk/flows/check", produces = "text/html;charset=UTF-8")
@Hidden
class FlowCheckPageController {

  private static final String TEMPLATE = "flow-check";
  private static final String RESULT = "flow-check-result";

  private final CheckFlows check;
  private final FlowDifferenceViews differences;
  private final PageAccess access;
  private final PageLayout layout;
  private final PageRenderer pages;

  FlowCheckPageController(
      CheckFlows check,
      FlowDifferenceViews differences,
      PageAccess access,
      PageLayout layout,
      PageRenderer pages) {
    this.check = check;
    this.differences = differences;
    this.access = access;
    this.layout = layout;
    this.pages = pages;
  }

  /** The form, and what the checks say about what is live. */
  @GetMapping
  ResponseEntity<String> page() {
    Visitor visitor = access.visitor(Permission.CHECK_FLOWS);
    ReleaseReview live = check.live();
    Map<String, Object> model = layout.model(visitor);
    model.put("live", FileRemarks.of(live.remarks()));
    model.put("liveFound", count("flowCheck.found", live, visitor.locale()));
    return html(pages.page(TEMPLATE, visitor.locale(), model));
  }

  /** What the checks say about the chosen files, and what these change. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<String> check(
      @RequestParam(name = "file", required = false) List<MultipartFile> parts) {
    Visitor visitor = access.visitor(Permission.CHECK_FLOWS);
    Map<String, byte[]> files = UploadedFiles.of(parts);
    ReleaseReview review = check.check(files);
    ReleaseOverlay overlay = check.overlay(files);
    Map<String, Object> model =
        Map.of(
            "files", String.join(", ", new TreeSet<>(files.keySet())),
            "isRefused", review.errors() > 0,
            "found", count("flowCheck.found", review, visitor.locale()),
            "remarks", FileRemarks.of(review.remarks()),
            "known", FileRemarks.of(review.known()),
            "knownCount", review.known().size(),
            "consequences", review.consequences(),
            "differences",
                differences.between(overlay.live(), overlay.together(), visitor.locale()));
    return html(pages.part(RESULT, "result", visitor.locale(), model));
  }

  private String count(String key, ReleaseReview review, Locale locale) {
    return pages.words(key, locale, review.errors(), review.warnings());
  }

  private static ResponseEntity<String> html(String page) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page);
  }
}
