package dev.baton.engine.migration;

/**
 * A running instance.
 *
 * @param rootId the instance that called it, or called that one; its own id if nothing did
 * @param key of the flow, such as {@code sla-clock}
 */
public record FlowInstance(
    String id,
    String rootId,
    String key,
    String definitionId,
    String deploymentId,
    int version,
    String businessKey) {}
