/**
 * Who works when and who stands in: shifts, absences, deputies. Begin with {@link Duty} (who is on
 * duty) and {@link EditShifts} (changing the rota).
 */
@NamedInterface("rota")
package dev.baton.staff.rota;

import org.springframework.modulith.NamedInterface;
