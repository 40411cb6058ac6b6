/**
 * The engine's users, groups and authorisations, as the staff directory and the roles want them.
 */
package dev.baton.staff.process;
