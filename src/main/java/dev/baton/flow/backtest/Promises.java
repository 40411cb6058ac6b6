package dev.baton.flow.backtest;

import dev.baton.sla.AgreementDocument;
import dev.baton.sla.AgreementYaml;
import dev.baton.sla.InvalidDefinition;
import dev.baton.sla.PublishAgreements;
import dev.baton.sla.Stops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What was promised at the recorded desk; nothing, unless a file says so. */
record Promises(AgreementDocument document) {

  private static final Promises NONE = new Promises(new AgreementDocument(List.of(), List.of()));

  /**
   * @param file null for no promises
   * @throws BadUsage when the file cannot be read, or says what cannot be promised
   */
  static Promises in(Path file) {
    if (file == null) {
      return NONE;
    }
    try {
      return new Promises(AgreementYaml.read(Files.readString(file)));
    } catch (IOException e) {
      throw new BadUsage("The agreements " + file + " cannot be read: " + e.getMessage());
    } catch (InvalidDefinition e) {
      throw new BadUsage("The agreements " + file + " are refused: " + e.getMessage());
    }
  }

  boolean areMade() {
    return !document.agreements().isEmpty();
  }

  /** Whether time counts until the closing: then the log's closings are the desk's. */
  boolean runUntilClosed() {
    return document.agreements().stream()
        .flatMap(agreement -> agreement.promises().stream())
        .anyMatch(promise -> promise.stops() == Stops.CLOSED);
  }

  void publish(PublishAgreements desk) {
    document.calendars().forEach(desk::publish);
    document.agreements().forEach(desk::publish);
  }
}
