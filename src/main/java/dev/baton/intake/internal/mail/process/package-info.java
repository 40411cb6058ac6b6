/** The delegates of the flow that takes a mail in. */
package dev.baton.intake.internal.mail.process;
