package dev.baton.signin.web;

import dev.baton.signin.AccountRevisions;
import dev.baton.signin.ClientAddress;
import dev.baton.signin.Enrolments;
import dev.baton.signin.RecentPasswordConfirmations;
import dev.baton.signin.RedirectTarget;
import dev.baton.signin.SecondFactors;
import dev.baton.signin.Sessions;
import dev.baton.signin.SignInThrottle;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sets up and removes the caller's second factor, and issues new recovery codes. */
@Controller
@RequestMapping(AccountSecondFactorController.PATH)
class AccountSecondFactorController {

  static final String PATH = "/account/second-factor";

  private final SignInPageRenderer pages;
  private final AccountRevisions accounts;
  private final SecondFactors secondFactors;
  private final Sessions sessions;
  private final SignInThrottle tries;
  private final Enrolments enrolments;
  private final RecentPasswordConfirmations confirmations;

  AccountSecondFactorController(
      SignInPageRenderer pages,
      AccountRevisions accounts,
      SecondFactors secondFactors,
      Sessions sessions,
      SignInThrottle tries,
      Enrolments enrolments,
      RecentPasswordConfirmations confirmations) {
    this.pages = pages;
    this.accounts = accounts;
    this.secondFactors = secondFactors;
    this.sessions = sessions;
    this.tries = tries;
    this.enrolments = enrolments;
    this.confirmations = confirmations;
  }

  @GetMapping
  ResponseEntity<String> page(HttpServletRequest request, Principal person) {
    return show(request, HttpStatus.OK, person.getName(), null);
  }

  @PostMapping
  ResponseEntity<String> confirm(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Principal person) {
    String login = person.getName();
    Optional<byte[]> secret = enrolments.secret(request, login);
    if (secret.isEmpty()) {
      return SignInPageRenderer.goTo(PATH);
    }
    SignInThrottle.Counted counted = tries.code(login);
    List<String> codes =
        counted.pause().isEmpty()
            ? secondFactors.confirm(login, secret.get(), code)
            : List.<String>of();
    if (codes.isEmpty()) {
      return refused(request, counted, login);
    }
    tries.wasRight(counted, login, ClientAddress.of(request));
    sessions.begin(request, response, login);
    return pages.show(request, "recovery", Map.of("codes", codes, "next", RedirectTarget.ACCOUNT));
  }

  @PostMapping("/codes")
  ResponseEntity<String> otherCodes(
      @RequestParam(defaultValue = "") String code, HttpServletRequest request, Principal person) {
    String login = person.getName();
    SignInThrottle.Counted counted = tries.code(login);
    if (counted.pause().isPresent() || !secondFactors.accepts(login, code)) {
      return refused(request, counted, login);
    }
    tries.wasRight(counted, login, ClientAddress.of(request));
    return pages.show(
        request,
        "recovery",
        Map.of("codes", secondFactors.newRecoveryCodes(login), "next", RedirectTarget.ACCOUNT));
  }

  @PostMapping("/off")
  ResponseEntity<String> turnOff(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Principal person) {
    String login = person.getName();
    SignInThrottle.Counted counted = tries.code(login);
    if (counted.pause().isPresent() || !secondFactors.accepts(login, code)) {
      return refused(request, counted, login);
    }
    tries.wasRight(counted, login, ClientAddress.of(request));
    secondFactors.turnOff(login, login);
    sessions.begin(request, response, login);
    return SignInPageRenderer.goTo(RedirectTarget.ACCOUNT + "?done=second-factor-off");
  }

  private ResponseEntity<String> refused(
      HttpServletRequest request, SignInThrottle.Counted counted, String login) {
    return counted.pause().isPresent()
        ? show(request, HttpStatus.TOO_MANY_REQUESTS, login, counted)
        : show(request, HttpStatus.UNPROCESSABLE_ENTITY, login, counted);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, HttpStatus status, String login, SignInThrottle.Counted counted) {
    Map<String, Object> model = new HashMap<>();
    model.put("login", login);
    model.put("action", PATH);
    if (counted != null) {
      model.put("error", counted.pause().isPresent() ? "paused" : "wrong");
      counted.pause().ifPresent(pause -> model.put("minutes", SignInPageRenderer.minutes(pause)));
    }
    if (accounts.standing(login).hasSecondFactor()) {
      return pages.show(request, status, "second-factor", model);
    }
    if (enrolments.secret(request, login).isEmpty() && !confirmations.isRecent(request)) {
      return ConfirmPasswordController.askFor(PATH);
    }
    model.put("setup", enrolments.setup(request, login));
    return pages.show(request, status, "enrol", model);
  }
}
