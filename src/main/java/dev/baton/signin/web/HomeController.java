package dev.baton.signin.web;

import dev.baton.signin.HomePage;
import dev.baton.signin.RedirectTarget;
import dev.baton.signin.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Redirects from the desk's root address to the person's workplace, or to the sign-in. */
@Controller
class HomeController {

  private final Sessions sessions;
  private final HomePage home;

  HomeController(Sessions sessions, HomePage home) {
    this.sessions = sessions;
    this.home = home;
  }

  @GetMapping("/")
  String in(HttpServletRequest request) {
    return "redirect:"
        + sessions
            .person(request)
            .map(person -> home.of(person.groups()))
            .orElse(RedirectTarget.SIGN_IN);
  }

  @GetMapping("/favicon.ico")
  String icon() {
    return "redirect:/camunda/favicon.ico";
  }
}
