package dev.baton.flow.difference;

/**
 * The value of a property.
 *
 * @param compared decides whether it differs, such as the id of another element
 * @param shown what people read, such as that element's label
 */
record PropertyValue(String compared, String shown) {

  static PropertyValue of(String value) {
    return new PropertyValue(value, value);
  }
}
