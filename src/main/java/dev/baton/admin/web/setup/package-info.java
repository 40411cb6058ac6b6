/**
 * The guide through the set-up of a desk. Begin with {@link dev.baton.admin.web.setup.SetUpSteps}.
 */
package dev.baton.admin.web.setup;
