package dev.baton.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads whoever comes to the desk's address to where they work, or to the sign-in. */
@Controller
class FrontDoor {

  private final Sessions sessions;

  FrontDoor(Sessions sessions) {
    this.sessions = sessions;
  }

  @GetMapping("/")
  String in(HttpServletRequest request) {
    return "redirect:"
        + sessions
            .person(request)
            .map(person -> Destination.home(person.groups()))
            .orElse(Destination.SIGN_IN);
  }

  @GetMapping("/favicon.ico")
  String icon() {
    return "redirect:/camunda/favicon.ico";
  }
}
