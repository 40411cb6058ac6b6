package dev.baton.desk.internal.incident;

/** Another incident beside the one that is looked at. */
record Neighbour(
    String number,
    String subject,
    String status,
    String statusWords,
    String priority,
    String when,
    String because) {

  Neighbour because(String words) {
    return new Neighbour(number, subject, status, statusWords, priority, when, words);
  }
}
