/**
 * The page of escalations: who is asked, what was done so far, and the decision in place. Begin
 * with {@link EscalationListController}.
 */
package dev.baton.desk.web.escalation;
