package dev.baton.web.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;

/** The text must be the name of a time zone (IANA), so that summer time is known. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TimeZoneName.Known.class)
public @interface TimeZoneName {

  String message() default "must be the name of a time zone, such as Europe/Berlin or UTC";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Looks it up among the zones that Java knows. */
  class Known implements ConstraintValidator<TimeZoneName, String> {

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return text == null || ZoneId.getAvailableZoneIds().contains(text);
    }
  }
}
