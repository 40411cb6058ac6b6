package dev.baton.staff.rota;

/** An absence was withdrawn. Published in the transaction that removed it. */
public record AbsenceWithdrawn(long absence, String login) {}
