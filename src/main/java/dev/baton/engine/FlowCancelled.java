package dev.baton.engine;

/**
 * A person ended an instance from outside, as by Cockpit's "Cancel". Published inside the engine's
 * transaction, whether or not listeners of the model were skipped.
 *
 * @param reason what the person gave, or null
 */
public record FlowCancelled(
    String processKey, String instanceId, String businessKey, String reason) {}
