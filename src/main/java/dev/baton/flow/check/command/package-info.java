/** The checks on the command line, without a desk. */
package dev.baton.flow.check.command;
