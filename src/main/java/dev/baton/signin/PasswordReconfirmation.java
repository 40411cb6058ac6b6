package dev.baton.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Accepts as proof a password sent with the request, or a confirmation within the last minutes. */
@Component
public class PasswordReconfirmation {

  private final PasswordCheck passwords;
  private final RecentPasswordConfirmations confirmations;

  PasswordReconfirmation(PasswordCheck passwords, RecentPasswordConfirmations confirmations) {
    this.passwords = passwords;
    this.confirmations = confirmations;
  }

  /** The result; the last value follows too many failed attempts. */
  public enum Proof {
    PROVED,
    WRONG,
    PAUSED
  }

  /**
   * @param password may be null or empty where the person has just confirmed it in this session
   */
  public Proof of(HttpServletRequest request, String login, String password) {
    if (password == null || password.isEmpty()) {
      return confirmations.isRecent(request) ? Proof.PROVED : Proof.WRONG;
    }
    PasswordCheck.Outcome outcome = passwords.check(login, password, ClientAddress.of(request));
    if (outcome.pause().isPresent()) {
      return Proof.PAUSED;
    }
    if (outcome.person().isEmpty()) {
      return Proof.WRONG;
    }
    confirmations.confirm(request);
    return Proof.PROVED;
  }
}
