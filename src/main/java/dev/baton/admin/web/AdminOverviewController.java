package dev.baton.admin.web;

import dev.baton.access.Permission;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.Visitor;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The overview of the administration. */
@RestController
@Hidden
class AdminOverviewController {

  private final AdminLayout layout;
  private final PageAccess access;

  AdminOverviewController(AdminLayout layout, PageAccess access) {
    this.layout = layout;
    this.access = access;
  }

  @GetMapping(path = AdminLayout.PATH, produces = "text/html;charset=UTF-8")
  ResponseEntity<String> overview() {
    Visitor visitor = access.visitor(Permission.READ);
    if (layout.groups().isEmpty()) {
      access.visitor(Permission.ADMINISTER);
    }
    return layout.answer(HttpStatus.OK, "admin", visitor, layout.model(visitor, null));
  }
}
