package dev.baton.desk.web.incident;

import java.util.List;

/**
 * What a list offers to choose from.
 *
 * @param isCut whether there are more that match
 */
record OptionList<T>(List<T> options, boolean isCut) {

  static final int SHOWN = 50;

  /** The first {@link #SHOWN} of these. */
  static <T> OptionList<T> firstOf(List<T> matching) {
    return new OptionList<>(matching.stream().limit(SHOWN).toList(), matching.size() > SHOWN);
  }
}
