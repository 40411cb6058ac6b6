/** Problem documents (RFC 9457), for all who answer requests. */
@ApplicationModule(allowedDependencies = {})
package dev.baton.problem;

import org.springframework.modulith.ApplicationModule;
