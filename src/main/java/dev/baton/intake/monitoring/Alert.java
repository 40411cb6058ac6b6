package dev.baton.intake.monitoring;

import java.util.Map;

/**
 * One alert from a source, firing or recovered.
 *
 * @param fingerprint the same for the same fault at the same place, however often it is sent
 * @param severity in the source's words; null if it gives none
 */
public record Alert(
    String fingerprint,
    boolean isFiring,
    String severity,
    String subject,
    String description,
    Map<String, String> labels) {}
