package dev.baton.incident;

import dev.baton.web.text.LocalizableText;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a text by its key and values, as JSON. */
@Converter
public class LocalizableTextConverter implements AttributeConverter<LocalizableText, String> {

  @Override
  public String convertToDatabaseColumn(LocalizableText text) {
    return text == null ? null : text.toJson();
  }

  @Override
  public LocalizableText convertToEntityAttribute(String stored) {
    return stored == null ? null : LocalizableText.read(stored);
  }
}
