package dev.baton.signin;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads whoever comes to the desk's address to the sign-in of Tasklist. */
@Controller
class FrontDoor {

  @GetMapping("/")
  String signIn() {
    return "redirect:/camunda/app/tasklist/default/";
  }

  @GetMapping("/favicon.ico")
  String icon() {
    return "redirect:/camunda/favicon.ico";
  }
}
