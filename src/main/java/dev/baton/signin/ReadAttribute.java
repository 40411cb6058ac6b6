package dev.baton.signin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ConfigurableObjectInputStream;
import org.springframework.core.convert.converter.Converter;

/**
 * Reads a session attribute that a node has stored. An attribute that this version cannot read,
 * because another version wrote it, counts as missing, so people sign in again. Only classes that
 * sessions hold are read.
 */
class ReadAttribute implements Converter<byte[], Object> {

  private static final Logger log = LoggerFactory.getLogger(ReadAttribute.class);

  private static final ObjectInputFilter KNOWN =
      ObjectInputFilter.Config.createFilter(
          "dev.baton.signin.**;org.camunda.bpm.webapp.impl.security.auth.*;"
              + "org.springframework.security.**;java.base/*;!*");

  @Override
  public Object convert(byte[] stored) {
    try (ObjectInputStream input =
        new ConfigurableObjectInputStream(
            new ByteArrayInputStream(stored), ReadAttribute.class.getClassLoader())) {
      input.setObjectInputFilter(KNOWN);
      return input.readObject();
    } catch (IOException | ClassNotFoundException e) {
      log.info("An attribute of a session cannot be read: {}", e.toString());
      return null;
    }
  }
}
