/** The demonstration desk that comes with the embedded database. */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "web :: text",
      "engine",
      "client",
      "staff",
      "staff :: *",
      "incident",
      "incident :: *",
      "sla :: *",
      "escalation :: *",
      "desk :: *"
    })
package dev.baton.demo;

import org.springframework.modulith.ApplicationModule;
