/** Macros: several acts on an incident under one name. Begin with {@link Macros}. */
@NamedInterface("macro")
package dev.baton.desk.macro;

import org.springframework.modulith.NamedInterface;
