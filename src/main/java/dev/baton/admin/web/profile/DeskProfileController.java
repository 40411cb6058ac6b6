package dev.baton.admin.web.profile;

import dev.baton.access.Permission;
import dev.baton.admin.web.AdminGroup;
import dev.baton.admin.web.AdminLayout;
import dev.baton.admin.web.AdminPage;
import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.staff.DeskProfile;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The desk's name and logo. */
@RestController
@RequestMapping(path = DeskProfileController.PATH, produces = "text/html;charset=UTF-8")
@Order(20)
@Hidden
class DeskProfileController implements AdminPage {

  static final String PATH = "/desk/admin/desk";

  private final DeskProfile desk;
  private final AdminLayout layout;
  private final PageAccess access;
  private final PageRenderer pages;

  DeskProfileController(
      DeskProfile desk, AdminLayout layout, PageAccess access, PageRenderer pages) {
    this.desk = desk;
    this.layout = layout;
    this.access = access;
    this.pages = pages;
  }

  @Override
  public String name() {
    return "desk";
  }

  @Override
  public AdminGroup group() {
    return AdminGroup.SET_UP;
  }

  @Override
  public Permission permission() {
    return Permission.ADMINISTER;
  }

  @GetMapping
  ResponseEntity<String> form(@RequestParam(required = false) String saved) {
    Visitor visitor = access.visitor(permission());
    return show(visitor, desk.ownName().orElse(""), saved != null, null);
  }

  @PostMapping
  ResponseEntity<String> rename(@RequestParam(defaultValue = "") String name) {
    Visitor visitor = access.visitor(permission());
    try {
      desk.rename(name);
      return saved();
    } catch (InvalidInput refused) {
      return show(visitor, name, false, refused);
    }
  }

  @PostMapping(path = "/logo", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<String> replaceLogo(@RequestParam(required = false) MultipartFile logo)
      throws IOException {
    Visitor visitor = access.visitor(permission());
    try {
      if (logo == null || logo.isEmpty()) {
        throw new InvalidInput("logo", LocalizableText.of("refused.fieldRequired"));
      }
      desk.keepLogo(logo.getBytes());
      return saved();
    } catch (InvalidInput refused) {
      return show(visitor, desk.ownName().orElse(""), false, refused);
    }
  }

  @PostMapping("/logo/delete")
  ResponseEntity<String> removeLogo() {
    access.visitor(permission());
    desk.removeLogo();
    return saved();
  }

  private static ResponseEntity<String> saved() {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(PATH + "?saved"))
        .build();
  }

  private ResponseEntity<String> show(
      Visitor visitor, String name, boolean isSaved, InvalidInput refused) {
    Map<String, Object> model = layout.model(visitor, name());
    model.put("name", name);
    model.put("longest", DeskProfile.LONGEST_NAME);
    model.put("unnamed", DeskProfile.UNNAMED);
    model.put("saved", isSaved);
    model.put("refusedField", refused == null ? null : refused.field());
    model.put("reason", refused == null ? null : pages.reason(refused, visitor.locale()));
    return layout.answer(
        refused == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY,
        "admin-desk",
        visitor,
        model);
  }
}
