package dev.baton.sla;

import java.util.List;
import java.util.stream.Collectors;

/** Calendars or agreements were refused; carries every error found. */
public class InvalidDefinition extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Flaw> flaws;

  InvalidDefinition(List<Flaw> flaws) {
    super(
        flaws.stream()
            .map(flaw -> flaw.field() + " " + flaw.reason())
            .collect(Collectors.joining("\n")));
    this.flaws = List.copyOf(flaws);
  }

  InvalidDefinition(String field, String reason) {
    this(List.of(new Flaw(field, reason)));
  }

  public List<Flaw> flaws() {
    return flaws;
  }
}
