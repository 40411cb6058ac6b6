package dev.baton.staff.rota;

/** An absence was taken back. Published within the transaction that removed it. */
public record AbsenceWithdrawn(long absence, String login) {}
