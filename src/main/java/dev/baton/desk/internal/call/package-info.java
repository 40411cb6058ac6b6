/** Who calls, and what is open for them: for the form "Log a contact". */
package dev.baton.desk.internal.call;
