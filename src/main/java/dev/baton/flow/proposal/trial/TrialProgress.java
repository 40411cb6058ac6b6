package dev.baton.flow.proposal.trial;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far a trial is, from what its program says of its two replays. */
final class TrialProgress {

  private static final Pattern REPLAY = Pattern.compile(".*\\b(live|proposed):.*\\((\\d+) %\\).*");

  /** What is left is the comparison. */
  private static final int MOST = 99;

  private final Map<String, Integer> percents = new ConcurrentHashMap<>();

  void heard(String line) {
    Matcher replay = REPLAY.matcher(line);
    if (replay.matches()) {
      percents.put(replay.group(1), Integer.parseInt(replay.group(2)));
    }
  }

  /** Once the second replay has begun, the first is done. */
  int percent() {
    Integer proposed = percents.get("proposed");
    int live = proposed == null ? percents.getOrDefault("live", 0) : 100;
    return Math.min(MOST, (live + (proposed == null ? 0 : proposed)) / 2);
  }
}
