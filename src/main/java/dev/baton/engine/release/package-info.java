/**
 * What is checked before flows, tables and forms go live, whoever sends them. Begin with {@link
 * Release} and {@link ReleaseCheck}; modules contribute checks as beans.
 */
@NamedInterface("release")
package dev.baton.engine.release;

import org.springframework.modulith.NamedInterface;
