/**
 * Who works at the desk: agents, teams, roles and their sign-in accounts. Begin with {@link
 * StaffDirectory}; shifts, absences and deputies are in {@code staff.rota}.
 */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "calendar",
      "web",
      "web :: *",
      "engine",
      "access",
      "audit",
      "client"
    })
package dev.baton.staff;

import org.springframework.modulith.ApplicationModule;
