package dev.baton.desk.web.search;

import java.util.List;

/**
 * What was found, each list in short.
 *
 * @param moreIncidents whether there are more than are shown
 */
record SearchResults(
    List<FoundIncident> incidents,
    boolean moreIncidents,
    List<FoundWords> messages,
    List<FoundPerson> people,
    List<FoundClient> clients) {

  /** An incident by its subject or requester. */
  record FoundIncident(
      String number,
      String subject,
      String priority,
      String status,
      String statusWords,
      String requester,
      String client,
      String opened) {}

  /** An incident by what was said or written on it. */
  record FoundWords(String number, String subject, String excerpt, String at, boolean internal) {}

  record FoundPerson(
      String name, String email, String phone, boolean vip, String client, String clientCode) {

    /** What finds this person's incidents. */
    public String incidents() {
      return email == null ? name : email;
    }
  }

  record FoundClient(String code, String name) {}

  public boolean isEmpty() {
    return incidents.isEmpty() && messages.isEmpty() && people.isEmpty() && clients.isEmpty();
  }
}
