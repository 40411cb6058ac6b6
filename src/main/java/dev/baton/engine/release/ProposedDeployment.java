package dev.baton.engine.release;

import java.time.Instant;

/**
 * What became of a deployment that is not live yet.
 *
 * @param proposal the number of the proposal
 * @param title what it is called
 * @param at when it was last changed
 */
public record ProposedDeployment(long proposal, String title, Instant at) {}
