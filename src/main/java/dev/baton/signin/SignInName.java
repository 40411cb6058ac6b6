package dev.baton.signin;

import java.util.regex.Pattern;

/**
 * Sign-in names in the one form that the engine stores: letters and digits of ASCII, with single
 * hyphens, dots or underscores between them. Every door asks here first, and whatever comes after
 * sees the answer alone. Nothing is stripped, folded or normalised: the database takes {@code
 * 'agent '} for {@code 'agent'}, and then two parts of a check may mean two different people.
 */
public final class SignInName {

  /** Stands for every name in another form; the engine accepts no user with it. */
  public static final String NOBODY = "no name";

  private static final int LONGEST = 64;
  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9]+(?:[-._][a-zA-Z0-9]+)*");

  private SignInName() {}

  /** The name exactly as given, or {@link #NOBODY} where it is not in that form. */
  static String of(String given) {
    return given != null && given.length() <= LONGEST && FORM.matcher(given).matches()
        ? given
        : NOBODY;
  }
}
