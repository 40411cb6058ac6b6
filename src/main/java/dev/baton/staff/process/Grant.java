package dev.baton.staff.process;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/**
 * Permissions on one resource of the engine, or on all of its kind ({@code *}).
 *
 * @param exact whether any more that are there are taken away
 */
record Grant(Resource resource, String resourceId, List<Permission> permissions, boolean exact) {

  static Grant exactly(Resource resource, Permission... permissions) {
    return new Grant(resource, "*", List.of(permissions), true);
  }

  static Grant on(Resource resource, Permission... permissions) {
    return new Grant(resource, "*", List.of(permissions), false);
  }

  static Grant on(Resource resource, String resourceId, Permission... permissions) {
    return new Grant(resource, resourceId, List.of(permissions), false);
  }

  Grant and(Grant other) {
    return new Grant(
        resource,
        resourceId,
        Stream.concat(permissions.stream(), other.permissions.stream()).distinct().toList(),
        exact);
  }

  String key() {
    return resource.resourceType() + ":" + resourceId;
  }
}
