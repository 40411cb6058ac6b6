package dev.baton.admin.web;

import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageLayout;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The layout of the administration's pages: the desk's, and a list of those that one may see. Pages
 * that use it may be of that list themselves.
 */
@Component
public class AdminLayout {

  static final String PATH = "/desk/admin";

  private final ObjectProvider<AdminPage> all;
  private final PageAccess access;
  private final PageLayout layout;
  private final PageRenderer pages;

  AdminLayout(
      ObjectProvider<AdminPage> all, PageAccess access, PageLayout layout, PageRenderer pages) {
    this.all = all;
    this.access = access;
    this.layout = layout;
    this.pages = pages;
  }

  /** The pages of one group that the visitor may see. */
  record Group(AdminGroup group, List<AdminPage> pages) {}

  List<Group> groups() {
    return Arrays.stream(AdminGroup.values())
        .map(group -> new Group(group, visible(group)))
        .filter(group -> !group.pages().isEmpty())
        .toList();
  }

  private List<AdminPage> visible(AdminGroup group) {
    return all.orderedStream()
        .filter(page -> page.group() == group)
        .filter(page -> access.may(page.permission()))
        .toList();
  }

  /**
   * A model to be added to.
   *
   * @param name of the page; null for the overview
   */
  public Map<String, Object> model(Visitor visitor, String name) {
    Map<String, Object> model = layout.model(visitor);
    model.put("groups", groups());
    model.put("page", name);
    return model;
  }

  public ResponseEntity<String> answer(
      HttpStatus status, String template, Visitor visitor, Map<String, Object> model) {
    return ResponseEntity.status(status)
        .cacheControl(CacheControl.noStore())
        .body(pages.page(template, visitor.locale(), model));
  }
}
