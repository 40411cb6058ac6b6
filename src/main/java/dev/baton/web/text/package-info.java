/** Texts that are kept by key and values, so that each reader gets them in their language. */
@NamedInterface("text")
package dev.baton.web.text;

import org.springframework.modulith.NamedInterface;
