package dev.baton.engine.release;

/**
 * What would come out differently with a release. It never refuses one.
 *
 * @param file the name of the changed file
 * @param elementId the id of the changed element
 * @param label what the element is called
 * @param text how many, and what would become of them, as a sentence
 */
public record ReleaseConsequence(String file, String elementId, String label, String text) {}
