package dev.baton.sla;

import dev.baton.sla.agreement.Terms;
import jakarta.persistence.Embeddable;

/** The key of terms, as stored in rows that refer to them. */
@Embeddable
class EmbeddedTermsKey {

  private Long agreementVersion;
  private Integer promise;
  private Long calendarVersion;
  private Integer updateMinutes;

  protected EmbeddedTermsKey() {}

  static EmbeddedTermsKey of(Terms.Key key) {
    if (key == null) {
      return null;
    }
    EmbeddedTermsKey stored = new EmbeddedTermsKey();
    stored.agreementVersion = key.agreementVersion();
    stored.promise = key.promise();
    stored.calendarVersion = key.calendarVersion();
    stored.updateMinutes = key.updateMinutes();
    return stored;
  }

  Terms.Key key() {
    return new Terms.Key(agreementVersion, promise, calendarVersion, updateMinutes);
  }
}
