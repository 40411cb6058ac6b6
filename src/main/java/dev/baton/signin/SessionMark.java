package dev.baton.signin;

import java.io.Serializable;
import java.time.Instant;

/**
 * What a session keeps of its sign-in.
 *
 * @param id of its row: {@link OpenSessions}
 * @param revision of the account when it began: {@link Accounts}
 * @param credentials the mark of the password when it began
 * @param since when it began; null when that was before the desk was open
 */
record SessionMark(String id, String login, long revision, String credentials, Instant since)
    implements Serializable {}
