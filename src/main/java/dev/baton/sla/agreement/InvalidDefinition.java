package dev.baton.sla.agreement;

import java.util.List;
import java.util.stream.Collectors;

/** Calendars or agreements were refused; carries every error found. */
public class InvalidDefinition extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<DefinitionError> flaws;

  InvalidDefinition(List<DefinitionError> flaws) {
    super(
        flaws.stream()
            .map(flaw -> flaw.field() + " " + flaw.reason())
            .collect(Collectors.joining("\n")));
    this.flaws = List.copyOf(flaws);
  }

  InvalidDefinition(String field, String reason) {
    this(List.of(new DefinitionError(field, reason)));
  }

  public List<DefinitionError> flaws() {
    return flaws;
  }
}
