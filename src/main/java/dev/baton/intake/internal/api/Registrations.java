package dev.baton.intake.internal.api;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Puts entries into the desk's directories, one at a time on a node. What a directory refuses in
 * words becomes a complaint about the field that the words name.
 */
@Component
class Registrations {

  /** What a directory calls a field, and what the bodies of the API call it. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("code of", "code"),
          Map.entry("code or name of", "name"),
          Map.entry("name of", "name"),
          Map.entry("tier of", "tier"),
          Map.entry("time zone", "zone"),
          Map.entry("language", "language"),
          Map.entry("confirmation period", "confirmationDays"),
          Map.entry("number of reminders", "reminders"),
          Map.entry("days between reminders", "reminderDays"),
          Map.entry("e-mail address", "email"),
          Map.entry("phone number", "phone"),
          Map.entry("sign-in name", "login"),
          Map.entry("password", "password"),
          Map.entry("no team", "teams"),
          Map.entry("teams of", "teams"),
          Map.entry("roles of", "roles"),
          Map.entry("administrator", "roles"));

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
    } catch (IllegalArgumentException refused) {
      throw new InvalidFields(
          List.of(new FieldProblem(fieldIn(refused.getMessage()), refused.getMessage())));
    } catch (DataIntegrityViolationException twin) {
      throw new ConcurrencyFailureException("Another node registered the same", twin);
    } finally {
      turn.unlock();
    }
  }

  /** The field that is named first, outside quotations; the whole body if none is. */
  static String fieldIn(String message) {
    String words = message.replaceAll("'[^']*'", "");
    return FIELDS.keySet().stream()
        .filter(words::contains)
        .min(Comparator.comparing(words::indexOf))
        .map(FIELDS::get)
        .orElse("body");
  }

  private static URI here() {
    return OwnAddress.path().replaceQuery(null).build().toUri();
  }
}
