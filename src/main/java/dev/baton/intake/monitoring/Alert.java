package dev.baton.intake.monitoring;

import java.util.Map;

/**
 * One alert as a source tells it, firing or recovered.
 *
 * @param fingerprint equal for the same trouble at the same place, however often it is told
 * @param severity in the source's words; null if it gives none
 */
public record Alert(
    String fingerprint,
    boolean isFiring,
    String severity,
    String subject,
    String description,
    Map<String, String> labels) {}
