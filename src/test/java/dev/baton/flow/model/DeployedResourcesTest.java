package dev.baton.flow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DeployedResourcesTest {

  private final Document archive = read(Path.of("src/main/resources/META-INF/processes.xml"));

  @Test
  void everyModelAndFormIsDeployedUnderItsOwnNameAndNothingElseIs() {
    List<String> files =
        Stream.of(ModelFiles.flows(), ModelFiles.decisions(), ModelFiles.forms())
            .flatMap(List::stream)
            .map(file -> file.toString().replace('\\', '/'))
            .toList();

    assertThat(texts("resource"))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(files);
  }

  @Test
  void theListIsTheOnlySourceAndTheDeploymentIsKeptWhole() {
    assertThat(properties())
        .containsEntry("isScanForProcessDefinitions", "false")
        .containsEntry("isDeleteUponUndeploy", "false")
        .containsEntry("isDeployChangedOnly", "false");
  }

  @Test
  void theArchiveIsCalledBaton() {
    Element processArchive = (Element) archive.getElementsByTagName("process-archive").item(0);

    assertThat(processArchive.getAttribute("name")).isEqualTo("baton");
  }

  private Map<String, String> properties() {
    Map<String, String> properties = new java.util.HashMap<>();
    NodeList elements = archive.getElementsByTagName("property");
    for (int i = 0; i < elements.getLength(); i++) {
      Element property = (Element) elements.item(i);
      properties.put(property.getAttribute("name"), property.getTextContent().trim());
    }
    return properties;
  }

  private List<String> texts(String tag) {
    List<String> texts = new ArrayList<>();
    NodeList elements = archive.getElementsByTagName(tag);
    for (int i = 0; i < elements.getLength(); i++) {
      texts.add(elements.item(i).getTextContent().trim());
    }
    return texts;
  }

  private static Document read(Path file) {
    try {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    } catch (Exception e) {
      throw new IllegalArgumentException("Cannot read " + file, e);
    }
  }
}
