package dev.baton.flow.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Writes the element templates, the table of the guide, and the names of the templates in the
 * models. It is no test and runs only in the Maven profile {@code templates}; {@code
 * BuildingBlocksTest} says when it is needed.
 */
class WriteElementTemplates {

  @Test
  void write() {
    BlockFiles.expected().forEach(BlockFiles::write);

    assertThat(BlockFiles.expected())
        .allSatisfy((file, text) -> assertThat(BlockFiles.isUpToDate(file, text)).isTrue());
  }
}
