package dev.baton.incident.file;

import dev.baton.incident.Visibility;
import java.time.Instant;

/**
 * A file that came with a contact.
 *
 * @param incident its number, or null
 * @param sha256 in lower-case hexadecimal
 * @param withheld why it is not handed out, in words; null if it is
 */
public record ContactFile(
    long id,
    long contact,
    String incident,
    Visibility visibility,
    String name,
    String type,
    long size,
    String sha256,
    String withheld,
    Instant at) {}
