/**
 * Texts in the reader's language: those that are kept by key and values, and the pages' language.
 */
@NamedInterface("text")
package dev.baton.web.text;

import org.springframework.modulith.NamedInterface;
