package dev.baton.web.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text has at most so many characters, each emoji counted as one. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = MaxCharacters.Length.class)
public @interface MaxCharacters {

  int value();

  String message() default "must be at most {value} characters";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Counts code points, as the database does. */
  class Length implements ConstraintValidator<MaxCharacters, String> {
    private int most;

    @Override
    public void initialize(MaxCharacters rule) {
      most = rule.value();
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return text == null || text.codePointCount(0, text.length()) <= most;
    }
  }
}
