/**
 * Agreements and the calendars they are measured in: reading, checking, publishing and trying them,
 * and which promise applies to an incident. Begin with {@link AgreementDefinition} (what is
 * agreed), {@link PublishAgreements} (how it takes effect) and {@link ApplicableAgreements} (which
 * one counts).
 */
@NamedInterface("agreement")
package dev.baton.sla.agreement;

import org.springframework.modulith.NamedInterface;
