package dev.baton.client;

/** How much a client was promised, best first. */
public enum Tier {
  GOLD,
  SILVER,
  BRONZE
}
