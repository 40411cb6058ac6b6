/**
 * Who may do what at the desk: the permissions, the roles that have them, and the checks. Begin
 * with {@link Permission} and {@link RolePermissions}; {@link AccessControl} decides.
 */
@ApplicationModule(allowedDependencies = {"web", "web :: text", "engine"})
package dev.baton.access;

import org.springframework.modulith.ApplicationModule;
