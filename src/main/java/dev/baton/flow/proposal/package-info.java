/**
 * Changed flows, tables and forms on their way: proposed by one process owner, published by
 * another. Begin with {@link dev.baton.flow.proposal.ProposeRelease} and {@link
 * dev.baton.flow.proposal.PublishProposal}.
 */
package dev.baton.flow.proposal;
