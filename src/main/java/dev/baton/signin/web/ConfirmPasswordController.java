package dev.baton.signin.web;

import dev.baton.signin.PasswordReconfirmation;
import dev.baton.signin.RedirectTarget;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asks a signed-in person for their password again before creating something that outlives the
 * session.
 */
@Controller
@RequestMapping(ConfirmPasswordController.PATH)
class ConfirmPasswordController {

  static final String PATH = "/account/confirm";

  private final SignInPageRenderer pages;
  private final PasswordReconfirmation proof;

  ConfirmPasswordController(SignInPageRenderer pages, PasswordReconfirmation proof) {
    this.pages = pages;
    this.proof = proof;
  }

  /** Leads to the confirmation page, and from there to where the person wants to go. */
  static ResponseEntity<String> askFor(String wish) {
    return SignInPageRenderer.goTo(
        PATH + "?continue=" + URLEncoder.encode(wish, StandardCharsets.UTF_8));
  }

  @GetMapping
  ResponseEntity<String> ask(
      @RequestParam(name = "continue", defaultValue = "") String wish,
      HttpServletRequest request,
      Principal person) {
    return show(request, HttpStatus.OK, person.getName(), wish, new HashMap<>());
  }

  @PostMapping
  ResponseEntity<String> confirm(
      @RequestParam(defaultValue = "") String password,
      @RequestParam(name = "continue", defaultValue = "") String wish,
      HttpServletRequest request,
      Principal person) {
    PasswordReconfirmation.Proof proved = proof.of(request, person.getName(), password);
    if (proved == PasswordReconfirmation.Proof.PROVED) {
      return SignInPageRenderer.goTo(safe(wish));
    }
    boolean isPaused = proved == PasswordReconfirmation.Proof.PAUSED;
    Map<String, Object> model = new HashMap<>();
    model.put("problem", isPaused ? "password.paused" : "password.old");
    return show(
        request,
        isPaused ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_ENTITY,
        person.getName(),
        wish,
        model);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatus status,
      String login,
      String wish,
      Map<String, Object> model) {
    model.put("login", login);
    model.put("continue", safe(wish));
    return pages.show(request, status, "confirm", model);
  }

  private static String safe(String wish) {
    String safe = RedirectTarget.safe(wish);
    return safe.isEmpty() ? RedirectTarget.ACCOUNT : safe;
  }
}
