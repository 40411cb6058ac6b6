package dev.baton.web;

import java.net.URI;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Puts entries into the desk's directories, one at a time on a node. */
@Component
public class RegistrationResponses {

  private final Lock turn = new ReentrantLock();

  /**
   * Registers, and answers 201 with the address of a new entry, or 200 with the one that was known
   * and is brought up to date.
   */
  public <T> ResponseEntity<T> put(BooleanSupplier known, Supplier<T> register) {
    turn.lock();
    try {
      boolean wasKnown = known.getAsBoolean();
      T body = register.get();
      return wasKnown ? ResponseEntity.ok(body) : ResponseEntity.created(here()).body(body);
    } catch (DataIntegrityViolationException twin) {
      throw new ConcurrencyFailureException("Another node registered the same entry", twin);
    } finally {
      turn.unlock();
    }
  }

  private static URI here() {
    return RequestUri.path().replaceQuery(null).build().toUri();
  }
}
