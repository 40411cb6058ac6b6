package dev.baton.signin.web;

import dev.baton.engine.EngineSignIn;
import dev.baton.engine.EngineSignIn.Known;
import dev.baton.engine.PasswordRule;
import dev.baton.signin.AccountActions;
import dev.baton.signin.ClientAddress;
import dev.baton.signin.PasswordCheck;
import dev.baton.signin.RecentPasswordConfirmations;
import dev.baton.signin.RedirectTarget;
import dev.baton.signin.Sessions;
import dev.baton.signin.UserCache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The caller's own account: password, second factor, tokens, passkeys, and signing out everywhere.
 */
@Controller
@RequestMapping(RedirectTarget.ACCOUNT)
class AccountController {

  private static final Set<String> DONE =
      Set.of(
          "password",
          "second-factor-off",
          "revoked",
          "everywhere",
          "session",
          "passkey",
          "passkey-removed");

  private final SignInPageRenderer pages;
  private final AccountPageModel view;
  private final EngineSignIn engine;
  private final PasswordCheck passwords;
  private final UserCache people;
  private final AccountActions actions;
  private final Sessions sessions;
  private final RecentPasswordConfirmations confirmations;

  AccountController(
      SignInPageRenderer pages,
      AccountPageModel view,
      EngineSignIn engine,
      PasswordCheck passwords,
      UserCache people,
      AccountActions actions,
      Sessions sessions,
      RecentPasswordConfirmations confirmations) {
    this.pages = pages;
    this.view = view;
    this.engine = engine;
    this.passwords = passwords;
    this.people = people;
    this.actions = actions;
    this.sessions = sessions;
    this.confirmations = confirmations;
  }

  @GetMapping
  ResponseEntity<String> account(
      @RequestParam(required = false) String done, HttpServletRequest request, Principal person) {
    Map<String, Object> model = new HashMap<>();
    model.put("done", done != null && DONE.contains(done) ? done : null);
    return show(request, HttpStatus.OK, person.getName(), model);
  }

  @PostMapping("/password")
  ResponseEntity<String> changePassword(
      @RequestParam(defaultValue = "") String old,
      @RequestParam(defaultValue = "") String chosen,
      @RequestParam(defaultValue = "") String again,
      @RequestParam(defaultValue = "false") boolean revokeTokens,
      HttpServletRequest request,
      HttpServletResponse response,
      Principal person) {
    String login = person.getName();
    PasswordCheck.Outcome outcome = passwords.check(login, old, ClientAddress.of(request));
    if (outcome.pause().isPresent()) {
      return refused(request, login, "password.paused", List.of());
    }
    if (outcome.person().isEmpty()) {
      return refused(request, login, "password.old", List.of());
    }
    if (chosen.isEmpty() || chosen.length() > 200 || !chosen.equals(again)) {
      return refused(request, login, "password.differ", List.of());
    }
    List<PasswordRule> broken = engine.brokenRules(login, chosen);
    if (!broken.isEmpty()) {
      return refused(request, login, "password.weak", broken);
    }
    actions.changePassword(login, chosen, revokeTokens);
    sessions.begin(request, response, login);
    return SignInPageRenderer.goTo(RedirectTarget.ACCOUNT + "?done=password");
  }

  @PostMapping("/sign-out-everywhere")
  ResponseEntity<String> signOutEverywhere(
      @RequestParam(defaultValue = "false") boolean revokeTokens,
      HttpServletRequest request,
      HttpServletResponse response,
      Principal person) {
    actions.signOutEverywhere(person.getName(), person.getName(), revokeTokens);
    sessions.begin(request, response, person.getName());
    return SignInPageRenderer.goTo(RedirectTarget.ACCOUNT + "?done=everywhere");
  }

  @PostMapping("/sessions/{id}/end")
  ResponseEntity<String> endSession(@PathVariable String id, Principal person) {
    actions.endSession(person.getName(), id);
    return SignInPageRenderer.goTo(RedirectTarget.ACCOUNT + "?done=session");
  }

  private ResponseEntity<String> refused(
      HttpServletRequest request, String login, String problem, List<PasswordRule> broken) {
    Map<String, Object> model = new HashMap<>();
    model.put("problem", problem);
    model.put("broken", broken.stream().map(PasswordRule::name).toList());
    return show(request, HttpStatus.UNPROCESSABLE_ENTITY, login, model);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, HttpStatus status, String login, Map<String, Object> model) {
    Known person = people.find(login).orElseThrow();
    model.put("account", view.of(person, sessions.id(request).orElse(null)));
    model.put("confirmed", confirmations.isRecent(request));
    return pages.show(request, status, "account", model);
  }
}
