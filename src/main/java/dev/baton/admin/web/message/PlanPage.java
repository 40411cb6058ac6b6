package dev.baton.admin.web.message;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.AdminLayout;
import dev.baton.admin.web.AdminPage;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.Visitor;
import dev.baton.notification.DeployedPlan;
import dev.baton.notification.PlanRelease;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The communication plan in force, to be read: it is changed with the flows. */
@RestController
@Order(30)
@Hidden
class PlanPage implements AdminPage {

  private final DeployedPlan plan;
  private final PlanRelease release;
  private final PlanWords words;
  private final AdminLayout layout;
  private final PageAccess access;

  PlanPage(
      DeployedPlan plan,
      PlanRelease release,
      PlanWords words,
      AdminLayout layout,
      PageAccess access) {
    this.plan = plan;
    this.release = release;
    this.words = words;
    this.layout = layout;
    this.access = access;
  }

  /** The release as the page says it. */
  record ShownRelease(int number, String title, String at) {}

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public AdminGroup group() {
    return AdminGroup.TEXTS;
  }

  @Override
  public Permission permission() {
    return Permission.KEEP_WORDS;
  }

  @GetMapping(path = "/desk/admin/plan", produces = "text/html;charset=UTF-8")
  ResponseEntity<String> page() {
    Visitor visitor = access.visitor(permission());
    Map<String, Object> model = layout.model(visitor, name());
    model.put("rows", words.rows(plan.rules(), visitor.locale()));
    model.put(
        "release",
        release
            .now()
            .map(from -> new ShownRelease(from.number(), from.title(), visitor.at(from.at())))
            .orElse(null));
    model.put("flows", access.may(Permission.CHECK_FLOWS));
    return layout.answer(HttpStatus.OK, "admin-plan", visitor, model);
  }
}
