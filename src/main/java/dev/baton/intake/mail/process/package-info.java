/** Delegates of the flow of an incoming mail. */
package dev.baton.intake.mail.process;
