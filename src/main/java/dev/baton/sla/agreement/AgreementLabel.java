package dev.baton.sla.agreement;

/**
 * What an agreement is called. As a string, it is English.
 *
 * @param name of the agreement
 * @param version its number
 * @param ofPlan whether the communication plan promises it, in the hours of the agreement
 */
public record AgreementLabel(String name, int version, boolean ofPlan) {

  public AgreementLabel(String name, int version) {
    this(name, version, false);
  }

  AgreementLabel plan() {
    return new AgreementLabel(name, version, true);
  }

  /** Such as {@code acme, version 3}. */
  @Override
  public String toString() {
    String label = name + ", version " + version;
    return ofPlan ? "communication plan in the hours of " + label : label;
  }
}
