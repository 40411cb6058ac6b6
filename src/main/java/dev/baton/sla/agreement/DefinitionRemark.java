package dev.baton.sla.agreement;

import dev.baton.web.text.LocalizableText;

/**
 * What the publisher of a definition should know about it.
 *
 * @param words for programs, in English
 * @param text the same for whoever reads a page
 */
public record DefinitionRemark(String words, LocalizableText text) {}
