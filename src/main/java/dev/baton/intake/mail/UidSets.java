package dev.baton.intake.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes UIDs in IMAP syntax, with neighbours as ranges, in lines short enough for every server.
 */
final class UidSets {

  private static final int LONGEST = 2_000;

  private UidSets() {}

  /** Returns one or more sets that together contain exactly these UIDs, which must be ascending. */
  static List<String> of(List<Long> uids) {
    List<String> sets = new ArrayList<>();
    StringBuilder set = new StringBuilder();
    for (int from = 0, to; from < uids.size(); from = to) {
      to = from + 1;
      while (to < uids.size() && uids.get(to) == uids.get(to - 1) + 1) {
        to++;
      }
      if (set.length() > LONGEST) {
        sets.add(set.toString());
        set.setLength(0);
      }
      set.append(set.isEmpty() ? "" : ",").append(uids.get(from));
      if (to - from > 1) {
        set.append(':').append(uids.get(to - 1));
      }
    }
    if (!set.isEmpty()) {
      sets.add(set.toString());
    }
    return sets;
  }
}
