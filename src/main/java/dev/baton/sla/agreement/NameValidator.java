package dev.baton.sla.agreement;

import java.util.Set;
import java.util.regex.Pattern;

/** The names of calendars and agreements: they stand in addresses. */
final class NameValidator {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST = 64;
  private static final Set<String> TAKEN = Set.of("document", "precedence", "validate");

  private NameValidator() {}

  static void check(String name, String field, DefinitionErrors flaws) {
    if (name == null || name.isEmpty()) {
      flaws.about(field, "is required; accepted: lower case letters, digits and single hyphens");
    } else if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
      flaws.about(
          field,
          "'%s' is no name; accepted: lower case letters, digits and single hyphens, at most %d characters"
              .formatted(name, LONGEST));
    } else if (TAKEN.contains(name)) {
      flaws.about(
          field, "'%s' is taken by an address of the API; accepted: another name".formatted(name));
    }
  }
}
