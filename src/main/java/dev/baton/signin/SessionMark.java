package dev.baton.signin;

import java.io.Serializable;
import java.time.Instant;

/**
 * What a session stores about its sign-in.
 *
 * @param id the id with which its owner sees and ends it; not the one in the cookie
 * @param revision of the account when it began: {@link AccountRevisions}
 * @param credentials the mark of the password when it began
 * @param since when it began; null when that was before the desk was open
 * @param address from which it began
 * @param browser such as "Firefox on Windows"; empty where it does not say
 */
record SessionMark(
    String id,
    String login,
    long revision,
    String credentials,
    Instant since,
    String address,
    String browser)
    implements Serializable {

  /** Its name among the attributes of a session. */
  static final String ATTRIBUTE = "baton.signed-in";
}
