package dev.baton.flow.backtest.replay;

import dev.baton.flow.backtest.log.RecordedDeskFacts;
import dev.baton.sla.agreement.AgreementDocument;
import dev.baton.sla.agreement.AgreementYaml;
import dev.baton.sla.agreement.ClockStop;
import dev.baton.sla.agreement.InvalidDefinition;
import dev.baton.sla.agreement.PublishAgreements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What was promised at the recorded desk; nothing, unless a file says so. */
public record ReplayAgreements(AgreementDocument document) {

  private static final ReplayAgreements NONE =
      new ReplayAgreements(new AgreementDocument(List.of(), List.of()));

  /**
   * @param file null for no promises
   * @throws InvalidUsage when the file cannot be read, or says what cannot be promised
   */
  public static ReplayAgreements in(Path file) {
    if (file == null) {
      return NONE;
    }
    try {
      return new ReplayAgreements(AgreementYaml.read(Files.readString(file)));
    } catch (IOException e) {
      throw new InvalidUsage("The agreements " + file + " cannot be read: " + e.getMessage());
    } catch (InvalidDefinition e) {
      throw new InvalidUsage("The agreements " + file + " are refused: " + e.getMessage());
    }
  }

  /** The agreements of the desk whose journal is replayed. */
  public static ReplayAgreements of(RecordedDeskFacts desk) {
    try {
      return new ReplayAgreements(AgreementYaml.read(desk.agreements()));
    } catch (InvalidDefinition e) {
      throw new InvalidUsage("The desk's agreements are refused: " + e.getMessage());
    }
  }

  public boolean areMade() {
    return !document.agreements().isEmpty();
  }

  /** Whether time counts until the closing: then the log's closings are the desk's. */
  public boolean runUntilClosed() {
    return document.agreements().stream()
        .flatMap(agreement -> agreement.promises().stream())
        .anyMatch(promise -> promise.stops() == ClockStop.CLOSED);
  }

  public void publish(PublishAgreements desk) {
    document.calendars().forEach(desk::publish);
    document.agreements().forEach(desk::publish);
  }
}
