package dev.baton.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** Why the work waits, since when, until when it may, and who put it there. */
@Embeddable
public record Hold(
    @Enumerated(EnumType.STRING) @Column(name = "hold_reason") HoldReason reason,
    @Column(name = "hold_since") Instant since,
    @Column(name = "hold_until") Instant until,
    @Column(name = "hold_owner") String owner) {}
