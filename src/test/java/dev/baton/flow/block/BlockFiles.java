package dev.baton.flow.block;

import dev.baton.flow.model.ModelFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The files that are written from the building blocks in the code, and the models made of them. */
final class BlockFiles {

  /** Writes those that are out of date. */
  static final String COMMAND = "mvn -Ptemplates test";

  private BlockFiles() {}

  /** Each file and what it should hold. */
  static Map<Path, String> expected() {
    BlockCatalogue catalogue = new BlockCatalogue();
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(ElementTemplates.FILE, new ElementTemplates(catalogue.blocks()).text());
    files.put(BlockTable.GUIDE, new BlockTable(catalogue.blocks()).guide());
    TemplatedModel models = new TemplatedModel(catalogue.blocks());
    Stream.concat(ModelFiles.flows().stream(), ModelFiles.fragments().stream())
        .forEach(file -> files.put(file, models.of(read(file))));
    return files;
  }

  static boolean isUpToDate(Path file, String expected) {
    return Files.exists(file) && read(file).equals(expected);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
