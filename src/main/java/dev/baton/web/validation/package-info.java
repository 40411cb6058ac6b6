/**
 * Checks of input, and the one exception that says which field is not accepted and why. Begin with
 * {@link InvalidInput}.
 */
@NamedInterface("validation")
package dev.baton.web.validation;

import org.springframework.modulith.NamedInterface;
