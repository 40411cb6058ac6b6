/** Every way in: the REST API and the sign-in that guards it. */
package dev.baton.intake;
