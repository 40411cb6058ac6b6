package dev.baton.flow.proposal;

import java.time.Instant;

/**
 * Flows, tables and forms that went live together.
 *
 * @param number counts from 1
 * @param deploymentId the engine's deployment of them
 * @param title what the proposal was called, or the deployment
 * @param proposalId null unless it was published from a proposal, as the next one
 * @param proposedBy sign-in name
 * @param publishedBy sign-in name; null if nobody did it, as for what comes with the program
 * @param reason why, in the publisher's words; may be null
 */
public record PublishedRelease(
    int number,
    String deploymentId,
    ReleaseOrigin origin,
    String title,
    Long proposalId,
    String proposedBy,
    String publishedBy,
    String reason,
    Instant at) {}
