package dev.baton.flow.backtest.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Takes the fields of a rota file apart, and names the one that makes no sense. */
final class RotaFields {

  private RotaFields() {}

  /** A field that makes no sense; the message names it and says what would. */
  static final class Flaw extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Flaw(String field, String what) {
      super(field + " " + what);
    }
  }

  /** Reads a part of a list, which has this name. */
  interface Reader<T, R> {
    R read(String field, T given);
  }

  static <T, R> List<R> each(String section, List<T> given, Reader<T, R> reader) {
    List<R> read = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String field = "%s[%d]".formatted(section, i);
      read.add(reader.read(field, required(field, given.get(i))));
    }
    return read;
  }

  static <T> T required(String field, T given) {
    if (given == null || given.toString().isBlank()) {
      throw new Flaw(field, "is missing");
    }
    return given;
  }

  static String words(Collection<String> accepted) {
    return String.join(", ", accepted);
  }
}
