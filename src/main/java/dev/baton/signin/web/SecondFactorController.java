package dev.baton.signin.web;

import dev.baton.audit.AuditKind;
import dev.baton.engine.EngineSignIn.Known;
import dev.baton.signin.ClientAddress;
import dev.baton.signin.Enrolments;
import dev.baton.signin.PendingSignIns;
import dev.baton.signin.RedirectTarget;
import dev.baton.signin.SecondFactors;
import dev.baton.signin.SignInFlow;
import dev.baton.signin.SignInLog;
import dev.baton.signin.SignInThrottle;
import dev.baton.signin.UserCache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step of a sign-in: a code, or setting up a second factor if the role requires it. */
@Controller
class SecondFactorController {

  private final SignInPageRenderer pages;
  private final PendingSignIns pending;
  private final SecondFactors secondFactors;
  private final SignInFlow reception;
  private final UserCache people;
  private final SignInThrottle tries;
  private final SignInLog log;
  private final Enrolments enrolments;

  SecondFactorController(
      SignInPageRenderer pages,
      PendingSignIns pending,
      SecondFactors secondFactors,
      SignInFlow reception,
      UserCache people,
      SignInThrottle tries,
      SignInLog log,
      Enrolments enrolments) {
    this.pages = pages;
    this.pending = pending;
    this.secondFactors = secondFactors;
    this.reception = reception;
    this.people = people;
    this.tries = tries;
    this.log = log;
    this.enrolments = enrolments;
  }

  @GetMapping(SignInFlow.CODE)
  ResponseEntity<String> askForCode(HttpServletRequest request) {
    return pending
        .of(request, false)
        .map(half -> pages.show(request, "code", Map.of()))
        .orElseGet(() -> SignInPageRenderer.goTo(RedirectTarget.SIGN_IN));
  }

  @PostMapping(SignInFlow.CODE)
  ResponseEntity<String> takeCode(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<PendingSignIns.Half> half = pending.of(request, false);
    if (half.isEmpty()) {
      return SignInPageRenderer.goTo(RedirectTarget.SIGN_IN);
    }
    String login = half.get().login();
    SignInThrottle.Counted counted = tries.code(login);
    if (counted.pause().isEmpty() && secondFactors.accepts(login, code)) {
      tries.wasRight(counted, login, ClientAddress.of(request));
      Known person = people.find(login).orElseThrow();
      return SignInPageRenderer.goTo(
          reception.enters(
              request, response, person.signedIn(), half.get().wish(), "password and code"));
    }
    return refused(request, counted, login, "code", Map.of());
  }

  @GetMapping(SignInFlow.ENROL)
  ResponseEntity<String> setUp(HttpServletRequest request) {
    return pending
        .of(request, true)
        .map(half -> pages.show(request, "enrol", enrolment(request, half.login())))
        .orElseGet(() -> SignInPageRenderer.goTo(RedirectTarget.SIGN_IN));
  }

  @PostMapping(SignInFlow.ENROL)
  ResponseEntity<String> confirm(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<PendingSignIns.Half> half = pending.of(request, true);
    if (half.isEmpty()) {
      return SignInPageRenderer.goTo(RedirectTarget.SIGN_IN);
    }
    String login = half.get().login();
    Optional<byte[]> secret = enrolments.secret(request, login);
    if (secret.isEmpty()) {
      return SignInPageRenderer.goTo(SignInFlow.ENROL);
    }
    SignInThrottle.Counted counted = tries.code(login);
    List<String> codes =
        counted.pause().isEmpty()
            ? secondFactors.confirm(login, secret.get(), code)
            : List.<String>of();
    if (codes.isEmpty()) {
      return refused(request, counted, login, "enrol", enrolment(request, login));
    }
    tries.wasRight(counted, login, ClientAddress.of(request));
    Known person = people.find(login).orElseThrow();
    String next =
        reception.enters(
            request, response, person.signedIn(), half.get().wish(), "password and first code");
    return pages.show(request, "recovery", Map.of("codes", codes, "next", next));
  }

  private Map<String, Object> enrolment(HttpServletRequest request, String login) {
    Map<String, Object> model = new HashMap<>();
    model.put("setup", enrolments.setup(request, login));
    model.put("login", login);
    model.put("action", SignInFlow.ENROL);
    model.put("required", true);
    return model;
  }

  private ResponseEntity<String> refused(
      HttpServletRequest request,
      SignInThrottle.Counted counted,
      String login,
      String page,
      Map<String, Object> shown) {
    Map<String, Object> model = new HashMap<>(shown);
    if (counted.pause().isPresent()) {
      model.put("error", "paused");
      model.put("minutes", SignInPageRenderer.minutes(counted.pause().get()));
      return pages.show(request, HttpStatus.TOO_MANY_REQUESTS, page, model);
    }
    log.note(AuditKind.SIGN_IN_FAILED, login, "The code was wrong");
    if (counted.startedPause()) {
      log.note(AuditKind.LOCKED_OUT, login, "Too many wrong codes: must pause");
    }
    model.put("error", "wrong");
    return pages.show(request, HttpStatus.UNAUTHORIZED, page, model);
  }
}
