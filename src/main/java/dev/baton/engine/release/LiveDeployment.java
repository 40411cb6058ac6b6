package dev.baton.engine.release;

import java.time.Instant;

/**
 * The deployment that the newest version of a flow belongs to.
 *
 * @param name may be null
 * @param source where it came from; may be null
 * @param isPackaged whether it came with the program
 */
public record LiveDeployment(
    String id, String name, String source, Instant at, boolean isPackaged) {}
