package dev.baton.flow.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Arguments of the command, handed on to others. */
final class TrialArguments {

  private static final Set<String> WITHOUT_VALUE = Set.of("--desk", "--in-turn");

  private TrialArguments() {}

  /** All but these options and their values. */
  static List<String> without(Set<String> options, List<String> arguments) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      int equals = word.indexOf('=');
      if (options.contains(word)) {
        i += WITHOUT_VALUE.contains(word) ? 0 : 1;
      } else if (equals < 0 || !options.contains(word.substring(0, equals))) {
        others.add(word);
      }
    }
    return others;
  }
}
