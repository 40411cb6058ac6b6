package dev.baton.engine.migration;

/**
 * A deployed version of a flow.
 *
 * @param name as the model names the flow
 * @param release name of the deployment; may be null
 */
public record FlowDefinition(
    String id, String key, String name, int version, String deploymentId, String release) {

  /** Such as {@code Incident lifecycle, version 7}. */
  public String words() {
    return "%s, version %d".formatted(name, version);
  }
}
