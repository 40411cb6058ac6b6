package dev.baton.intake.mail;

import java.util.ArrayList;
import java.util.List;

/** Writes UIDs as IMAP wants them, neighbours as ranges, in lines that every server takes. */
final class UidSets {

  private static final int LONGEST = 2_000;

  private UidSets() {}

  /** One or more sets that together hold these UIDs, which ascend, and no other. */
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
