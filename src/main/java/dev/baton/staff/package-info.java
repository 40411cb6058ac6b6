/** Agents, teams and roles: who works, and where they stand in the chain of command. */
package dev.baton.staff;
