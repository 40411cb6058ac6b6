package dev.baton.signin.web;

import dev.baton.staff.DeskProfile;
import dev.baton.web.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The desk's logo, which the sign-in shows too. */
@RestController
@Hidden
class LogoController {

  private final DeskProfile desk;

  LogoController(DeskProfile desk) {
    this.desk = desk;
  }

  @GetMapping("/desk-logo")
  ResponseEntity<byte[]> logo() {
    DeskProfile.Logo logo = desk.logo().orElseThrow(() -> new NotFound("logo", "desk"));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(logo.type()))
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate())
        .header("Content-Disposition", "inline; filename=logo")
        .body(logo.bytes());
  }
}
