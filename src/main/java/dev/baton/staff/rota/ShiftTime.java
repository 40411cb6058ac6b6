package dev.baton.staff.rota;

import java.time.Instant;

/** When a shift is, its end not included. */
public record ShiftTime(Instant from, Instant to) {}
