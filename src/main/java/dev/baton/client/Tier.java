package dev.baton.client;

/** The service levels of clients, best first. */
public enum Tier {
  GOLD,
  SILVER,
  BRONZE
}
