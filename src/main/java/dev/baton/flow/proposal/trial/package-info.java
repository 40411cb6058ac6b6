/**
 * Trials of proposals with the desk's own incidents, and their results. Begin with {@link
 * dev.baton.flow.proposal.trial.TryProposal}.
 */
package dev.baton.flow.proposal.trial;
