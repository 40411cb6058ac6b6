package dev.baton.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One {@code Authentication-Results} header (RFC 8601).
 *
 * @param authservId the server that added the header, in lower case
 */
record AuthenticationResults(String authservId, List<Method> methods) {

  private static final int MAX_LENGTH = 16 * 1024;
  private static final String EQUALS = "=";

  /**
   * The result of one method; everything in lower case.
   *
   * @param properties such as {@code header.from}
   */
  record Method(String name, String result, Map<String, String> properties) {

    boolean is(String method, String outcome) {
      return name.equals(method) && result.equals(outcome);
    }
  }

  /** Empty if the header is malformed, because then none of it can be trusted. */
  static Optional<AuthenticationResults> parse(String value) {
    if (value.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return statements(value)
        .filter(statements -> !statements.get(0).isEmpty())
        .map(
            statements ->
                new AuthenticationResults(
                    statements.get(0).get(0),
                    statements.stream()
                        .skip(1)
                        .map(AuthenticationResults::method)
                        .flatMap(Optional::stream)
                        .toList()));
  }

  private static Optional<Method> method(List<String> tokens) {
    if (tokens.size() < 3 || !tokens.get(1).equals(EQUALS)) {
      return Optional.empty();
    }
    Map<String, String> properties = new HashMap<>();
    for (int at = 3; at + 2 < tokens.size(); at += 3) {
      if (!tokens.get(at + 1).equals(EQUALS)) {
        return Optional.empty();
      }
      properties.putIfAbsent(tokens.get(at), tokens.get(at + 2));
    }
    String name = tokens.get(0).replaceFirst("/.*", "");
    return Optional.of(new Method(name, tokens.get(2), properties));
  }

  /** Tokens between semicolons; empty if a comment or a quoted string is not closed. */
  private static Optional<List<List<String>>> statements(String value) {
    List<List<String>> statements = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && (quoted || depth > 0)) {
        i++;
        if (quoted && i < value.length()) {
          word.append(value.charAt(i));
        }
      } else if (quoted) {
        quoted = c != '"';
        if (quoted) {
          word.append(c);
        }
      } else if (c == '(') {
        depth++;
      } else if (depth > 0) {
        depth -= c == ')' ? 1 : 0;
      } else if (c == '"') {
        quoted = true;
      } else if (c == ';' || c == '=' || Character.isWhitespace(c)) {
        end(word, tokens);
        if (c == '=') {
          tokens.add(EQUALS);
        } else if (c == ';') {
          statements.add(tokens);
          tokens = new ArrayList<>();
        }
      } else {
        word.append(c);
      }
    }
    end(word, tokens);
    statements.add(tokens);
    return quoted || depth > 0 ? Optional.empty() : Optional.of(statements);
  }

  private static void end(StringBuilder word, List<String> tokens) {
    if (!word.isEmpty()) {
      tokens.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }
}
