/** What is open, at risk and stuck over the whole desk, and why. */
package dev.baton.desk.internal.board;
