package dev.baton.signin;

import dev.baton.access.SecretEncryption;
import dev.baton.audit.AuditKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Second factors: codes from an app on the phone, and ten recovery codes on paper. Each code is
 * valid once. Secrets are stored encrypted, recovery codes hashed.
 */
@Component
public class SecondFactors {

  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10;

  private final JdbcClient jdbc;
  private final SecretEncryption keeper;
  private final AccountRevisions accounts;
  private final SignInLog log;
  private final Clock clock;

  SecondFactors(
      JdbcClient jdbc,
      SecretEncryption keeper,
      AccountRevisions accounts,
      SignInLog log,
      Clock clock) {
    this.jdbc = jdbc;
    this.keeper = keeper;
    this.accounts = accounts;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Activates the second factor if the code is correct, and ends all sessions of the account.
   *
   * @param secret the secret shown to the person in this session: {@link Enrolments}
   * @return recovery codes, shown only once; empty if the code was wrong or a second factor exists
   *     already
   */
  @Transactional
  public List<String> confirm(String login, byte[] secret, String code) {
    Instant now = clock.instant();
    OptionalLong step = Totp.stepOf(secret, code.replaceAll("\\s", ""), now);
    if (step.isEmpty() || !isFirst(login, secret, step.getAsLong(), now)) {
      return List.of();
    }
    List<String> codes = newRecoveryCodes(login);
    accounts.renew(login);
    log.note(AuditKind.CREDENTIALS_CHANGED, login, "Took a second factor into use");
    return codes;
  }

  /** If two are set up at once, only one is activated. */
  private boolean isFirst(String login, byte[] secret, long step, Instant now) {
    jdbc.sql("insert into sign_in_account (login) values (?) on duplicate key update login = login")
        .param(login)
        .update();
    return jdbc.sql(
                "update sign_in_account set totp_secret = ?, totp_since = ?, totp_last_step = ?"
                    + " where login = ? and totp_since is null")
            .params(keeper.encrypt(secret, login), now, step, login)
            .update()
        == 1;
  }

  /** Checks a code from the app or a recovery code; a correct code cannot be used again. */
  @Transactional
  public boolean accepts(String login, String given) {
    String code = given.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    if (code.length() == 6) {
      return takesCode(login, code);
    }
    boolean isGood =
        jdbc.sql(
                    "update sign_in_recovery_code set used_at = ?"
                        + " where login = ? and code_hash = ? and used_at is null")
                .params(clock.instant(), login, Hashes.of(login, code))
                .update()
            == 1;
    if (isGood) {
      log.note(AuditKind.CREDENTIALS_CHANGED, login, "Used a recovery code");
    }
    return isGood;
  }

  private boolean takesCode(String login, String given) {
    String code = given.replaceAll("\\s", "");
    OptionalLong step =
        secret(login)
            .map(secret -> Totp.stepOf(secret, code, clock.instant()))
            .orElse(OptionalLong.empty());
    // Of two requests with the same code, only one changes the row.
    return step.isPresent()
        && jdbc.sql(
                    "update sign_in_account set totp_last_step = ?"
                        + " where login = ? and totp_last_step < ?")
                .params(step.getAsLong(), login, step.getAsLong())
                .update()
            == 1;
  }

  /** Returns ten new recovery codes, shown only once; the previous ones become invalid. */
  @Transactional
  public List<String> newRecoveryCodes(String login) {
    jdbc.sql("delete from sign_in_recovery_code where login = ?").param(login).update();
    List<String> codes =
        Stream.generate(() -> Totp.base32(keeper.random(RECOVERY_BYTES)))
            .limit(RECOVERY_CODES)
            .toList();
    codes.forEach(
        code ->
            jdbc.sql("insert into sign_in_recovery_code (login, code_hash) values (?, ?)")
                .params(login, Hashes.of(login, code))
                .update());
    return codes.stream().map(code -> String.join("-", code.split("(?<=\\G.{4})"))).toList();
  }

  /** How many recovery codes are left. */
  public int recoveryCodesLeft(String login) {
    return jdbc.sql(
            "select count(*) from sign_in_recovery_code where login = ? and used_at is null")
        .param(login)
        .query(Integer.class)
        .single();
  }

  /** Removes the second factor and ends the account's sessions. */
  @Transactional
  public void turnOff(String login, String actor) {
    jdbc.sql("delete from sign_in_recovery_code where login = ?").param(login).update();
    jdbc.sql(
            "update sign_in_account set totp_secret = null, totp_since = null, totp_last_step = 0"
                + " where login = ?")
        .param(login)
        .update();
    accounts.renew(login);
    log.note(AuditKind.CREDENTIALS_CHANGED, actor, login, "Turned the second factor off");
  }

  private Optional<byte[]> secret(String login) {
    return jdbc.sql(
            "select totp_secret from sign_in_account where login = ? and totp_since is not null")
        .param(login)
        .query(byte[].class)
        .optional()
        .map(stored -> keeper.decrypt(stored, login));
  }
}
