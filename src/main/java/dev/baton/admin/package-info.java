/**
 * The pages by which a desk is set up and kept: clients, people, teams and whatever else has
 * settings. Begin with {@link dev.baton.admin.web.SettingsTopic}.
 */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "calendar",
      "web",
      "web :: *",
      "engine :: *",
      "access",
      "audit",
      "retention",
      "client",
      "client :: *",
      "staff",
      "staff :: *",
      "signin",
      "incident",
      "incident :: *",
      "sla",
      "sla :: *",
      "notification",
      "notification :: *",
      "intake :: *",
      "desk :: web"
    })
package dev.baton.admin;

import org.springframework.modulith.ApplicationModule;
