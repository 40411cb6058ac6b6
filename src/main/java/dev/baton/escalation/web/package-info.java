/** Escalations and coverage at the API. */
@NamedInterface("web")
package dev.baton.escalation.web;

import org.springframework.modulith.NamedInterface;
