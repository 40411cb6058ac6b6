package dev.baton.intake.internal.api;

import dev.baton.client.InvalidField;
import java.net.URI;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Puts entries into the desk's directories, one at a time on a node. What a directory refuses
 * becomes a complaint about the field that the refusal carries.
 */
@Component
class Registrations {

  private final Lock turn = new ReentrantLock();

  /**
   * Registers, and answers 201 with the address of a new entry, or 200 with the one that was known
   * and is brought up to date.
   */
  <T> ResponseEntity<T> put(BooleanSupplier known, Supplier<T> register) {
    turn.lock();
    try {
      boolean wasKnown = known.getAsBoolean();
      T body = register.get();
      return wasKnown ? ResponseEntity.ok(body) : ResponseEntity.created(here()).body(body);
    } catch (InvalidField refused) {
      throw new InvalidFields(List.of(new FieldProblem(refused.field(), refused.getMessage())));
    } catch (DataIntegrityViolationException twin) {
      throw new ConcurrencyFailureException("Another node registered the same", twin);
    } finally {
      turn.unlock();
    }
  }

  private static URI here() {
    return OwnAddress.path().replaceQuery(null).build().toUri();
  }
}
