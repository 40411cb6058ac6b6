package dev.baton;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables that a text names where SQL or JPQL expects a table: after <i>from</i> (and in its
 * comma list), <i>join</i>, <i>insert into</i>, <i>update</i>, <i>table</i>, <i>lock tables</i> and
 * the functions of a sequence. A subquery is read like a statement of its own.
 *
 * <p>Table names such as <i>incident</i> are plain English too, so a text must look like SQL around
 * the name. Keywords are written in one case, small or capital: "From incident" is prose. Then
 *
 * <ul>
 *   <li>the text begins with a verb of SQL or with a clause (a fragment), or
 *   <li>a <i>select</i> that opens the text, a parenthesis or the second half of a union comes
 *       before, or
 *   <li>the table and its alias are followed by a clause: <i>where</i>, <i>join</i>, <i>on</i>,
 *       <i>group by</i>, <i>order by</i>, <i>set</i> and their like.
 * </ul>
 *
 * So "Moved from incident INC-1 to client X" names no table, while {@code " from incident i"} does.
 */
final class SqlText {

  /** Stands for a value put in when the program runs; javac writes it so into joined strings. */
  private static final String HOLE = "?";

  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^']|'')*'|[A-Za-z_][A-Za-z0-9_$]*|\\d+|[\\u0001\\u0002]|%(?:\\d+\\$)?[sd]|\\S");
  private static final Set<String> OPENING =
      Set.of(
          "select",
          "insert",
          "update",
          "delete",
          "replace",
          "with",
          "truncate",
          "lock",
          "explain",
          "from",
          "join",
          "left",
          "inner",
          "cross",
          "straight_join",
          "where",
          "and",
          "or",
          "exists",
          "union");
  private static final Set<String> BEFORE_SELECT =
      Set.of("(", "union", "all", "except", "intersect", ";", ")", HOLE);
  private static final Set<String> CLAUSES =
      Set.of(
          "where",
          "join",
          "inner",
          "cross",
          "straight_join",
          "on",
          "using",
          "group",
          "having",
          "limit",
          "union",
          "set",
          "order",
          "left",
          "right",
          "natural",
          "force");
  private static final Set<String> ENDS_OF_LIST =
      Set.of("where", "group", "having", "limit", "union", "set", "order", "for", "select", ";");

  private final List<String> words = new ArrayList<>();
  private final List<String> raw = new ArrayList<>();
  private final Set<String> tables = new LinkedHashSet<>();
  private boolean leavesTheTableOpen;

  private SqlText(String text) {
    if (text.chars().noneMatch(Character::isWhitespace)) {
      return; // one word is a name
    }
    Matcher token = TOKEN.matcher(text.replace("`", ""));
    while (token.find()) {
      String found = token.group();
      raw.add(found);
      words.add(isHole(found) ? HOLE : found.toLowerCase(Locale.ROOT));
    }
    for (int at = 0; at < words.size(); at++) {
      read(at);
    }
  }

  /** Every name that stands in the place of a table, in small letters. */
  static Set<String> tablesIn(String text) {
    return new SqlText(text).tables;
  }

  /**
   * Whether a table's name is put in when the program runs, as in {@code "delete from " + name}.
   */
  static boolean leavesATableOpen(String text) {
    return new SqlText(text).leavesTheTableOpen;
  }

  private static boolean isHole(String token) {
    return token.charAt(0) < ' ' || token.startsWith("%") && token.length() > 1;
  }

  private void read(int at) {
    if (!isKeyword(at) || word(at - 1).equals(".")) {
      return; // "c.from" is a column
    }
    switch (words.get(at)) {
      case "from" -> list(at, end -> isSql(at) || isClause(end));
      case "join", "straight_join" -> one(at + 1, end -> isSql(at) || isClause(end));
      case "into" -> {
        if (Set.of("insert", "replace", "ignore").contains(word(at - 1))) {
          one(at + 1, end -> true);
        }
      }
      case "insert" -> {
        if (!word(at + 1).equals("into")) {
          one(at + 1, end -> Set.of("(", "values", "set", "select").contains(word(end)));
        }
      }
      case "update" -> {
        if (!Set.of("key", "for").contains(word(at - 1))) {
          list(
              at,
              end -> word(end).equals("set") || at == 0 && Set.of("", HOLE).contains(word(end)));
        }
      }
      case "table" -> {
        if (Set.of("alter", "drop", "truncate", "create").contains(word(at - 1))) {
          one(at + 1, end -> true);
        }
      }
      case "tables" -> {
        if (word(at - 1).equals("lock")) {
          list(at, end -> true);
        }
      }
      case "truncate" -> one(at + 1, end -> at == 0 && !word(at + 1).equals("table"));
      case "nextval", "lastval", "setval" -> one(at + 2, end -> word(at + 1).equals("("));
      case "value" -> {
        if (word(at + 1).equals("for")) {
          one(at + 2, end -> true);
        }
      }
      default -> {}
    }
  }

  /** References to tables with joins and subqueries between, as far as the list goes. */
  private void list(int keyword, Predicate<Integer> isSql) {
    int at = keyword + 1;
    while (true) {
      at = one(at, isSql);
      int depth = 0;
      while (at < words.size() && !(depth == 0 && word(at).equals(","))) {
        depth += word(at).equals("(") ? 1 : word(at).equals(")") ? -1 : 0;
        if (depth < 0 || depth == 0 && ENDS_OF_LIST.contains(word(at))) {
          return;
        }
        at++;
      }
      if (at >= words.size()) {
        return;
      }
      at++;
    }
  }

  /** One table with its alias; answers what stands behind them. */
  private int one(int start, Predicate<Integer> isSql) {
    int at = start;
    if (word(at).equals("(")) {
      return at;
    }
    if (at >= words.size() || word(at).equals(HOLE)) {
      leavesTheTableOpen |= isSql.test(at + 1);
      return at;
    }
    String name = word(at++);
    while (word(at).equals(".")) {
      name = isAlias(name) ? "" : word(at + 1);
      at += 2;
    }
    if (word(at).equals("as")) {
      at++;
    }
    if (isName(at) && !CLAUSES.contains(word(at)) && !ENDS_OF_LIST.contains(word(at))) {
      at++;
    }
    if (isSql.test(at)) {
      tables.add(name);
    }
    return at;
  }

  /** {@code i} in {@code join i.contacts}: a path of JPQL, no schema. */
  private boolean isAlias(String name) {
    for (int at = 1; at < words.size(); at++) {
      if (word(at).equals(name)
          && !word(at + 1).equals(".")
          && (isName(at - 1) || word(at - 1).equals(")"))) {
        return true;
      }
    }
    return false;
  }

  private boolean isSql(int before) {
    if (OPENING.contains(word(0)) && isKeyword(0)) {
      return true;
    }
    for (int at = 0; at < before; at++) {
      if (word(at).equals("select") && isKeyword(at) && BEFORE_SELECT.contains(word(at - 1))) {
        return true;
      }
    }
    return false;
  }

  private boolean isClause(int at) {
    return CLAUSES.contains(word(at)) && isKeyword(at);
  }

  private boolean isKeyword(int at) {
    String written = raw.get(at);
    return written.equals(written.toLowerCase(Locale.ROOT))
        || written.equals(written.toUpperCase(Locale.ROOT));
  }

  private boolean isName(int at) {
    return !word(at).isEmpty()
        && (Character.isLetter(word(at).charAt(0)) || word(at).startsWith("_"));
  }

  private String word(int at) {
    return at >= 0 && at < words.size() ? words.get(at) : "";
  }
}
