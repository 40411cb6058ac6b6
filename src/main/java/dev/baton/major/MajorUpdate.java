package dev.baton.major;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;

/** News of a major incident, as it went out. Never changed. */
@Entity
class MajorUpdate {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "major_entry_seq")
  @SequenceGenerator(
      name = "major_entry_seq",
      sequenceName = "major_entry_seq",
      allocationSize = 50)
  private Long id;

  @SuppressWarnings("UnusedVariable") // SQL reads the column
  private long majorIncidentId;

  private Instant at;
  private String author;
  private String clientText;
  private String internalText;
  private int told;

  protected MajorUpdate() {}

  MajorUpdate(
      MajorIncident major,
      Instant at,
      String author,
      String clientText,
      String internalText,
      int told) {
    this.majorIncidentId = major.id();
    this.at = at;
    this.author = author;
    this.clientText = clientText;
    this.internalText = internalText;
    this.told = told;
  }

  MajorDetails.Update view() {
    return new MajorDetails.Update(at, author, clientText, internalText, told);
  }
}
