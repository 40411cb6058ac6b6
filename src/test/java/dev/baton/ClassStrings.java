package dev.baton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;

/**
 * What one compiled class says in strings: every string constant (text blocks, constants that javac
 * has joined, the recipes of strings joined at run time) and every string in an annotation.
 *
 * @param type the name of the class, without the package of the application
 * @param strings its constants and the strings in its annotations
 * @param mapped the tables and sequences that annotations of Jakarta Persistence name
 * @param entityTable the table of an entity, by its annotation or by the naming of Spring
 */
record ClassStrings(
    String type, Set<String> strings, Set<String> mapped, Optional<String> entityTable) {

  private static final int STRING_CONSTANT = 8;
  private static final String PERSISTENCE = "Ljakarta/persistence/";
  private static final Set<String> NAMES_A_TABLE =
      Set.of("Table;", "SecondaryTable;", "JoinTable;", "CollectionTable;");

  /** Of all delivered classes. */
  static List<ClassStrings> delivered() {
    try {
      Path root =
          Path.of(
              BatonApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(root.resolve("dev/baton"))) {
        return files
            .filter(file -> file.toString().endsWith(".class"))
            .sorted()
            .map(ClassStrings::read)
            .toList();
      }
    } catch (IOException | java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static ClassStrings of(Class<?> type) {
    try (var in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
      return of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassStrings read(Path file) {
    try {
      return of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The module, such as {@code incident}; empty for the application's own class. */
  String module() {
    return type.contains(".") ? type.substring(0, type.indexOf('.')) : "";
  }

  String simpleName() {
    return simpleName(type);
  }

  private static String simpleName(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  private static ClassStrings of(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    Set<String> strings = new LinkedHashSet<>(constants(reader));
    Annotations annotations = new Annotations(strings);
    reader.accept(annotations, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    String type = reader.getClassName().replace('/', '.').replaceFirst("^dev\\.baton\\.", "");
    Optional<String> table =
        annotations.entity
            ? Optional.of(annotations.table == null ? byNaming(type) : annotations.table)
            : Optional.empty();
    return new ClassStrings(type, strings, annotations.mapped, table);
  }

  private static String byNaming(String type) {
    return simpleName(type).replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static Set<String> constants(ClassReader reader) {
    Set<String> found = new LinkedHashSet<>();
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int item = 1; item < reader.getItemCount(); item++) {
      int at = reader.getItem(item);
      if (at > 0 && reader.readByte(at - 1) == STRING_CONSTANT) {
        found.add(reader.readUTF8(at, buffer));
      }
    }
    return found;
  }

  private static final class Annotations extends ClassVisitor {

    private final Set<String> strings;
    private final Set<String> mapped = new LinkedHashSet<>();
    private boolean entity;
    private String table;

    private Annotations(Set<String> strings) {
      super(SpringAsmInfo.ASM_VERSION);
      this.strings = strings;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      entity |= descriptor.equals(PERSISTENCE + "Entity;");
      return values(descriptor);
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      return new FieldVisitor(SpringAsmInfo.ASM_VERSION) {
        @Override
        public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
          return values(annotation);
        }
      };
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(SpringAsmInfo.ASM_VERSION) {
        @Override
        public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
          return values(annotation);
        }
      };
    }

    private AnnotationVisitor values(String annotation) {
      return new AnnotationVisitor(SpringAsmInfo.ASM_VERSION) {
        @Override
        public void visit(String name, Object value) {
          if (value instanceof String text) {
            strings.add(text);
            if ("sequenceName".equals(name) || "name".equals(name) && namesATable(annotation)) {
              mapped.add(text);
              table = annotation.equals(PERSISTENCE + "Table;") ? text : table;
            }
          }
        }

        @Override
        public AnnotationVisitor visitArray(String name) {
          return values("");
        }

        @Override
        public AnnotationVisitor visitAnnotation(String name, String nested) {
          return values(nested);
        }
      };
    }

    private static boolean namesATable(String annotation) {
      return annotation.startsWith(PERSISTENCE)
          && NAMES_A_TABLE.contains(annotation.substring(PERSISTENCE.length()));
    }
  }
}
