package dev.baton.web.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The text must be a date and time with an offset (ISO 8601). */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = InstantText.Iso.class)
public @interface InstantText {

  String message() default
      "must be a date and time with an offset, such as 2026-11-30T15:00:00Z, in the years 1970 to"
          + " 9999";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Reads such a text. */
  class Iso implements ConstraintValidator<InstantText, String> {

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      try {
        Instant at = instant(text);
        return at == null
            || (!at.isBefore(Instant.EPOCH) && at.isBefore(Instant.parse("9999-12-31T00:00:00Z")));
      } catch (DateTimeException unreadable) {
        return false;
      }
    }

    public static Instant instant(String text) {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }
  }
}
