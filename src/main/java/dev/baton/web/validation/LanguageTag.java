package dev.baton.web.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/** The text must be the tag of a language that exists (BCP 47, at most 35 characters). */
@Target({
  ElementType.FIELD,
  ElementType.PARAMETER,
  ElementType.RECORD_COMPONENT,
  ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = LanguageTag.Known.class)
public @interface LanguageTag {

  String message() default "must be a language tag such as en, de or en-GB";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Reads the tag and looks its language up among those of ISO 639. */
  class Known implements ConstraintValidator<LanguageTag, String> {

    private static final int LONGEST = 35;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      if (text == null) {
        return true;
      }
      try {
        Locale locale = new Locale.Builder().setLanguageTag(text).build();
        return text.length() <= LONGEST && LANGUAGES.contains(locale.getLanguage());
      } catch (IllformedLocaleException unreadable) {
        return false;
      }
    }
  }
}
