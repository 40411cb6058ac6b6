package dev.baton.admin.web;

import dev.baton.desk.web.PageAccess;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.web.CsvTable;
import dev.baton.web.validation.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Import and export of a topic as CSV. */
@RestController
@RequestMapping(path = AdminLayout.PATH + "/{topic}", produces = "text/html;charset=UTF-8")
@Hidden
class SettingsImportController {

  private static final int ON_A_PAGE = 500;

  private final SettingsTopics topics;
  private final SettingsImport imports;
  private final SettingsWords words;
  private final AdminLayout layout;
  private final PageAccess access;
  private final PageRenderer pages;

  SettingsImportController(
      SettingsTopics topics,
      SettingsImport imports,
      SettingsWords words,
      AdminLayout layout,
      PageAccess access,
      PageRenderer pages) {
    this.topics = topics;
    this.imports = imports;
    this.words = words;
    this.layout = layout;
    this.access = access;
    this.pages = pages;
  }

  /** A line as the page shows it. */
  record Row(long number, String what, SettingsImport.Outcome outcome, List<String> problems) {}

  @GetMapping("/import")
  ResponseEntity<String> form(@PathVariable String topic) {
    SettingsTopic known = topics.importable(topic);
    Visitor visitor = access.visitor(known.permission());
    return layout.answer(HttpStatus.OK, "admin-import", visitor, model(known, visitor));
  }

  @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<String> check(@PathVariable String topic, @RequestParam MultipartFile file)
      throws IOException {
    SettingsTopic known = topics.importable(topic);
    Visitor visitor = access.visitor(known.permission());
    return answer(known, text(file.getBytes()), false, visitor);
  }

  @PostMapping(path = "/import/confirm", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<String> run(@PathVariable String topic, @RequestParam String csv) {
    SettingsTopic known = topics.importable(topic);
    Visitor visitor = access.visitor(known.permission());
    return answer(known, csv, true, visitor);
  }

  /** Everything as a table, without secrets; what can be imported can be imported from it. */
  @GetMapping(path = "/export", produces = "text/csv;charset=UTF-8")
  ResponseEntity<String> export(@PathVariable String topic) {
    SettingsTopic known = topics.get(topic);
    Visitor visitor = access.visitor(known.permission());
    List<SettingsField> fields =
        known.fields().stream()
            .filter(field -> field.kind() != SettingsField.Kind.SECRET)
            .filter(field -> !field.isForNewOnly())
            .toList();
    List<Object[]> rows = new ArrayList<>();
    Page<SettingsValues> page = known.values(PageRequest.of(0, ON_A_PAGE), visitor);
    page.forEach(one -> rows.add(cells(one, fields)));
    while (page.hasNext()) {
      page = known.values(page.nextPageable(), visitor);
      page.forEach(one -> rows.add(cells(one, fields)));
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.csv\"".formatted(topic))
        .body(
            CsvTable.table(fields.stream().map(SettingsField::name).toArray(String[]::new), rows));
  }

  private static Object[] cells(SettingsValues values, List<SettingsField> fields) {
    return fields.stream().map(field -> String.join("|", values.all(field.name()))).toArray();
  }

  private ResponseEntity<String> answer(
      SettingsTopic topic, String csv, boolean isConfirmed, Visitor visitor) {
    Map<String, Object> model = model(topic, visitor);
    try {
      List<SettingsImport.Line> lines =
          isConfirmed ? imports.run(topic, csv) : imports.check(topic, csv);
      model.put("result", lines.stream().map(line -> row(topic, line, visitor.locale())).toList());
      model.put(
          "accepted",
          count(lines, SettingsImport.Outcome.NEW) + count(lines, SettingsImport.Outcome.CHANGED));
      model.put("summary", summary(lines, isConfirmed, visitor.locale()));
      model.put("done", isConfirmed);
      model.put("csv", csv);
      return layout.answer(HttpStatus.OK, "admin-import", visitor, model);
    } catch (InvalidInput refused) {
      model.put("problem", pages.reason(refused, visitor.locale()));
      return layout.answer(HttpStatus.UNPROCESSABLE_ENTITY, "admin-import", visitor, model);
    }
  }

  private Map<String, Object> model(SettingsTopic topic, Visitor visitor) {
    Map<String, Object> model = layout.model(visitor, topic.name());
    model.put("topic", topic);
    model.put(
        "columns", words.fields(topic, SettingsForm.blank(new SettingsValues()), visitor.locale()));
    model.put("result", null);
    model.put("problem", null);
    return model;
  }

  private Row row(SettingsTopic topic, SettingsImport.Line line, Locale locale) {
    return new Row(
        line.number(),
        line.what(),
        line.outcome(),
        line.problems().stream().map(problem -> words.problem(topic, problem, locale)).toList());
  }

  private String summary(List<SettingsImport.Line> lines, boolean isConfirmed, Locale locale) {
    return pages.words(
        isConfirmed ? "admin.importDone" : "admin.importWould",
        locale,
        count(lines, SettingsImport.Outcome.NEW),
        count(lines, SettingsImport.Outcome.CHANGED),
        count(lines, SettingsImport.Outcome.SAME),
        count(lines, SettingsImport.Outcome.WRONG));
  }

  private static long count(List<SettingsImport.Line> lines, SettingsImport.Outcome outcome) {
    return lines.stream().filter(line -> line.outcome() == outcome).count();
  }

  /** Spreadsheets write UTF-8, or the old encoding of Windows. */
  private static String text(byte[] file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException old) {
      return new String(file, Charset.forName("windows-1252"));
    }
  }
}
