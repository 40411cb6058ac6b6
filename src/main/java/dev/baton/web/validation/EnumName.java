package dev.baton.web.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;

/** The text must be the name of one of the enum's values; the complaint lists them. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EnumName.Names.class)
public @interface EnumName {

  Class<? extends Enum<?>> value();

  /** Values that cannot be given from outside. */
  String[] except() default {};

  String message() default "is invalid";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Compares with the names of the values. */
  class Names implements ConstraintValidator<EnumName, String> {
    private List<String> accepted = List.of();

    @Override
    public void initialize(EnumName rule) {
      List<String> refused = List.of(rule.except());
      accepted =
          Arrays.stream(rule.value().getEnumConstants())
              .map(Enum::name)
              .filter(name -> !refused.contains(name))
              .toList();
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      if (text == null || accepted.contains(text)) {
        return true;
      }
      context.disableDefaultConstraintViolation();
      context
          .buildConstraintViolationWithTemplate("must be one of " + String.join(", ", accepted))
          .addConstraintViolation();
      return false;
    }
  }
}
