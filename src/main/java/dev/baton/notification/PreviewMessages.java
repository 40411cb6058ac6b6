package dev.baton.notification;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentSearch;
import dev.baton.incident.IncidentView;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a message before anybody gets it, with a real incident. */
@Service
@Transactional(readOnly = true)
public class PreviewMessages {

  private final Letters letters;
  private final Readers readers;
  private final IncidentSearch incidents;
  private final ClientDirectory clients;

  PreviewMessages(
      Letters letters, Readers readers, IncidentSearch incidents, ClientDirectory clients) {
    this.letters = letters;
    this.readers = readers;
    this.incidents = incidents;
    this.clients = clients;
  }

  /**
   * As the first of the audience would get it, or somebody nameless where there is none.
   *
   * @param language null for the reader's own
   * @param detail words of a person, as they would come with the event; may be null
   */
  public Rendered preview(
      IncidentNumber number, Event event, Audience audience, Locale language, String detail) {
    IncidentView incident = incidents.get(number);
    List<Reader> found = readers.of(audience, incident, null, Set.of());
    Reader reader = found.isEmpty() ? nameless(audience, incident) : found.get(0);
    return letters.preview(
        event, reader, language == null ? reader.language() : language, number.value(), detail);
  }

  private Reader nameless(Audience audience, IncidentView incident) {
    ClientView client = clients.client(incident.clientId());
    return new Reader(
        audience,
        null,
        null,
        null,
        client.code(),
        incident.team(),
        client.language(),
        client.zone());
  }
}
