/** The categories that administrators keep, and those in use. Begin with {@link Categories}. */
@NamedInterface("category")
package dev.baton.incident.category;

import org.springframework.modulith.NamedInterface;
