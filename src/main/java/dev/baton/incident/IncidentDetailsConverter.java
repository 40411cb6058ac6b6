package dev.baton.incident;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Stores the details of an incident as JSON. */
@Converter
class IncidentDetailsConverter implements AttributeConverter<List<IncidentDetail>, String> {

  @Override
  public String convertToDatabaseColumn(List<IncidentDetail> details) {
    return IncidentDetail.stored(details);
  }

  @Override
  public List<IncidentDetail> convertToEntityAttribute(String stored) {
    return IncidentDetail.read(stored);
  }
}
