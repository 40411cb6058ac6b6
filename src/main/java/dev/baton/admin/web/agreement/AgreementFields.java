package dev.baton.admin.web.agreement;

import dev.baton.client.Tier;
import dev.baton.incident.Priority;
import dev.baton.sla.agreement.AgreementDefinition;
import dev.baton.sla.agreement.AgreementKind;
import dev.baton.sla.agreement.ObligationKind;
import dev.baton.sla.agreement.Promise;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An agreement as fields of a form: one cell for each priority and kind. Promises whose cells stay
 * as they are stay as they were written, so that a form that nobody changed gives the same
 * definition.
 *
 * @param stored the version that the form began with; null for none
 */
record AgreementFields(AgreementDefinition stored) {

  private static final Set<String> RESERVED = Set.of("document", "precedence", "validate");
  private static final Pattern OF_PROMISE =
      Pattern.compile("promises\\[(\\d+)]\\.(\\w+)(?:\\[(\\d+)])?");

  static List<PromiseCell> cells() {
    return Arrays.stream(ObligationKind.values())
        .flatMap(kind -> Stream.of(Priority.values()).map(each -> new PromiseCell(each, kind)))
        .toList();
  }

  FormValues write() {
    FormValues form = new FormValues();
    if (stored != null) {
      form.with("name", stored.name())
          .with("kind", stored.kind())
          .with("client", stored.client())
          .with("tier", stored.tier())
          .with("service", stored.service())
          .with("validFrom", stored.validFrom())
          .with("validTo", stored.validTo())
          .with("calendar", stored.calendar());
    }
    for (PromiseCell cell : cells()) {
      Promise promise = stored == null ? null : promise(stored, cell);
      if (promise == null) {
        PromiseFields.writeUsual(form, cell.field(), cell.kind());
      } else {
        PromiseFields.write(form, cell.field(), promise);
      }
    }
    return form;
  }

  AgreementDefinition read(String name, FormValues form, FormProblems problems) {
    if (name.length() > CalendarFields.LONGEST_NAME || !name.matches(CalendarFields.NAME)) {
      problems.about("name", "refused.agreement.name");
    } else if (RESERVED.contains(name)) {
      problems.about("name", "refused.agreement.reserved", name);
    }
    Map<PromiseCell, Promise> read = new LinkedHashMap<>();
    for (PromiseCell cell : cells()) {
      Promise promise = PromiseFields.read(form, cell, problems);
      if (promise != null) {
        read.put(cell, promise);
      }
    }
    if (read.isEmpty()) {
      problems.about("targets", "refused.agreement.empty");
    }
    return new AgreementDefinition(
        name,
        FormValues.chosen(AgreementKind.values(), form.get("kind")),
        form.text("client"),
        FormValues.chosen(Tier.values(), form.get("tier")),
        form.text("service"),
        date(form, "validFrom", problems),
        date(form, "validTo", problems),
        form.text("calendar"),
        promises(read));
  }

  /** The field of the form that holds this part of the definition. */
  static String fieldOf(AgreementDefinition definition, String part) {
    Matcher found = OF_PROMISE.matcher(part);
    if (!found.matches()) {
      return part.equals("promises") ? "targets" : part;
    }
    Promise promise = definition.promises().get(Integer.parseInt(found.group(1)));
    String cell =
        cells().stream().filter(one -> one.isOf(promise)).findFirst().orElseThrow().field();
    return switch (found.group(2)) {
      case "calendar", "starts", "stops", "pausedBy", "atRisk" -> cell + "." + found.group(2);
      case "afterBreach" ->
          cell + ".after." + (found.group(3) == null ? "0" : found.group(3)) + ".value";
      default -> cell + ".value";
    };
  }

  /** What is promised for the cell; null for nothing. */
  static Promise promise(AgreementDefinition definition, PromiseCell cell) {
    return definition.promises().stream().filter(cell::isOf).findFirst().orElse(null);
  }

  private List<Promise> promises(Map<PromiseCell, Promise> read) {
    Map<PromiseCell, Promise> left = new LinkedHashMap<>(read);
    List<Promise> promises = new ArrayList<>();
    for (Promise before : stored == null ? List.<Promise>of() : stored.promises()) {
      Set<Priority> same = EnumSet.noneOf(Priority.class);
      for (PromiseCell cell : cells()) {
        if (cell.isOf(before) && PromiseCell.of(before, Set.of()).equals(left.get(cell))) {
          same.add(cell.priority());
          left.remove(cell);
        }
      }
      boolean isWhole =
          Stream.of(Priority.values()).filter(before::appliesTo).allMatch(same::contains);
      if (!same.isEmpty()) {
        promises.add(isWhole ? before : PromiseCell.of(before, same));
      }
    }
    Map<Promise, Set<Priority>> changed = new LinkedHashMap<>();
    left.forEach(
        (cell, promise) ->
            changed.computeIfAbsent(promise, any -> new TreeSet<>()).add(cell.priority()));
    changed.forEach((promise, priorities) -> promises.add(PromiseCell.of(promise, priorities)));
    return promises;
  }

  private static LocalDate date(FormValues form, String field, FormProblems problems) {
    String text = form.text(field);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      problems.about(field, "refused.calendar.date");
      return null;
    }
  }
}
