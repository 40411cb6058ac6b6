/** Commands of the program that read a desk's database and need no running desk. */
package dev.baton.flow.command;
