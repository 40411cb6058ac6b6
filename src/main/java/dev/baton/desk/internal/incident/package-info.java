/** An incident on a page of its own and in Tasklist: the same parts, written on the server. */
package dev.baton.desk.internal.incident;
