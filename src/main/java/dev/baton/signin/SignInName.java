package dev.baton.signin;

import java.util.regex.Pattern;

/**
 * Sign-in names in the one form that the engine stores: letters and digits of ASCII, with single
 * hyphens, dots or underscores between them. Every way in calls this first, and later code only
 * sees the result. Nothing is stripped, folded or normalised: the database treats {@code 'agent '}
 * as {@code 'agent'}, so two parts of a check could mean two different people.
 */
public final class SignInName {

  /** Stands for every name in another form; the engine rejects a user with this name. */
  public static final String NOBODY = "no name";

  private static final int LONGEST = 64;
  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9]+(?:[-._][a-zA-Z0-9]+)*");

  private SignInName() {}

  /** Returns the name exactly as given, or {@link #NOBODY} if it is not in that form. */
  static String of(String given) {
    return given != null && given.length() <= LONGEST && FORM.matcher(given).matches()
        ? given
        : NOBODY;
  }
}
