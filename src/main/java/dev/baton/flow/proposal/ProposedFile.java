package dev.baton.flow.proposal;

/**
 * A file of a proposal.
 *
 * @param baseHash of what was live when it was sent; empty if nothing was: {@link LiveDefinitions}
 */
record ProposedFile(String name, byte[] content, String baseHash) {}
