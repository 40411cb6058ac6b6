package dev.baton.signin.web;

import dev.baton.database.DatabaseMode;
import dev.baton.signin.ClientAddress;
import dev.baton.signin.OidcSettings;
import dev.baton.signin.OidcSignIn;
import dev.baton.signin.PasswordCheck;
import dev.baton.signin.RedirectTarget;
import dev.baton.signin.Sessions;
import dev.baton.signin.SignInFlow;
import dev.baton.signin.SignOut;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page, and sign-out. */
@Controller
class SignInController {

  private final SignInPageRenderer pages;
  private final PasswordCheck passwords;
  private final SignInFlow reception;
  private final Sessions sessions;
  private final SignOut leaving;
  private final OidcSettings oidc;
  private final boolean isDemo;

  SignInController(
      SignInPageRenderer pages,
      PasswordCheck passwords,
      SignInFlow reception,
      Sessions sessions,
      SignOut leaving,
      OidcSettings oidc,
      DatabaseMode mode,
      @Value("${baton.demo:true}") boolean demo) {
    this.pages = pages;
    this.passwords = passwords;
    this.reception = reception;
    this.sessions = sessions;
    this.leaving = leaving;
    this.oidc = oidc;
    this.isDemo = demo && mode == DatabaseMode.EMBEDDED;
  }

  @GetMapping("/sign-in")
  ResponseEntity<String> page(
      @RequestParam(name = "continue", required = false) String wish,
      @RequestParam(required = false) String again,
      @RequestParam(required = false) String oidc,
      @RequestParam(required = false) String invited,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (sessions.person(request).isPresent()) {
      String safe = RedirectTarget.safe(wish);
      return SignInPageRenderer.goTo(safe.isEmpty() ? "/" : safe);
    }
    boolean hasLeft = leaving.hasJustLeft(request, response);
    Map<String, Object> model = new HashMap<>();
    model.put("continue", hasLeft ? "" : RedirectTarget.safe(wish));
    model.put(
        "note", hasLeft ? "left" : invited != null ? "invited" : again != null ? "again" : oidc);
    return show(request, HttpStatus.OK, model);
  }

  @PostMapping("/sign-in")
  ResponseEntity<String> signIn(
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(name = "continue", defaultValue = "") String wish,
      HttpServletRequest request,
      HttpServletResponse response) {
    PasswordCheck.Outcome outcome = passwords.check(login, password, ClientAddress.of(request));
    if (outcome.person().isPresent()) {
      return SignInPageRenderer.goTo(
          reception.knowsPassword(request, response, outcome.person().get(), wish));
    }
    Map<String, Object> model = new HashMap<>();
    model.put("continue", RedirectTarget.safe(wish));
    model.put("login", login);
    model.put("error", outcome.pause().isPresent() ? "paused" : "wrong");
    outcome.pause().ifPresent(pause -> model.put("minutes", SignInPageRenderer.minutes(pause)));
    return show(
        request,
        outcome.pause().isPresent() ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNAUTHORIZED,
        model);
  }

  @PostMapping("/sign-out")
  ResponseEntity<String> signOut(HttpServletRequest request, HttpServletResponse response) {
    leaving.announce(request, response);
    leaving.leave(request);
    return SignInPageRenderer.goTo(RedirectTarget.SIGN_IN);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
    model.put("demo", isDemo);
    if (oidc.isOn()) {
      model.put("oidc", oidc.name());
      model.put("oidcLink", OidcSignIn.link(String.valueOf(model.get("continue"))));
    }
    return pages.show(request, status, "sign-in", model);
  }
}
