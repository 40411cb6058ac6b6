package dev.baton.engine;

import java.util.List;

/**
 * A person deployed resources to the engine, or Baton those of an earlier release again, in the
 * transaction at hand.
 *
 * @param name of the deployment, or null
 * @param resources names of the models, tables and forms
 */
public record ResourcesDeployed(String id, String name, List<String> resources) {}
