package dev.baton.flow.check.command;

import dev.baton.engine.release.ModelXml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads what could be deployed from a folder of Camunda Modeler. */
public final class FlowFolder {

  /** What is there to be copied, and what a build makes of it. */
  private static final Set<String> LEFT_OUT = Set.of("fragments", "target", "node_modules");

  private FlowFolder() {}

  /** Content by path within the folder, with slashes. */
  public static Map<String, byte[]> read(Path folder) {
    Map<String, byte[]> files = new TreeMap<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
              return !each.equals(folder) && isLeftOut(each.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              String name = folder.relativize(file).toString().replace('\\', '/');
              if (ModelXml.isModel(name) || ModelXml.isForm(name)) {
                files.put(name, Files.readAllBytes(file));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static boolean isLeftOut(String name) {
    return name.startsWith(".") || LEFT_OUT.contains(name);
  }
}
