package dev.baton.demo;

import dev.baton.incident.IncidentActions;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.contact.ContactLog;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What an act may use, and the incidents that have been told of so far. */
@Component
class DemoStage {

  private final IncidentActions desk;
  private final ContactLog contacts;
  private final Clock clock;
  private final Map<String, IncidentNumber> numbers = new HashMap<>();

  DemoStage(IncidentActions desk, ContactLog contacts, Clock clock) {
    this.desk = desk;
    this.contacts = contacts;
    this.clock = clock;
  }

  IncidentActions desk() {
    return desk;
  }

  ContactLog contacts() {
    return contacts;
  }

  Clock clock() {
    return clock;
  }

  void remember(String story, IncidentNumber number) {
    numbers.put(story, number);
  }

  IncidentNumber number(String story) {
    IncidentNumber number = numbers.get(story);
    if (number == null) {
      throw new IllegalArgumentException("No incident is known as " + story + " yet.");
    }
    return number;
  }
}
