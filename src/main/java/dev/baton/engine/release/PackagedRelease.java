package dev.baton.engine.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.w3c.dom.NodeList;

/** The flows, tables and forms that come with this program. */
public final class PackagedRelease {

  private static final String LIST = "META-INF/processes.xml";

  private PackagedRelease() {}

  /** Content by name, as the list of them says. */
  public static Map<String, byte[]> files() {
    NodeList names = ModelXml.read(content(LIST)).getElementsByTagNameNS("*", "resource");
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < names.getLength(); i++) {
      String name = names.item(i).getTextContent().strip();
      files.put(name, content(name));
    }
    return files;
  }

  private static byte[] content(String name) {
    try {
      return new ClassPathResource(name).getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
