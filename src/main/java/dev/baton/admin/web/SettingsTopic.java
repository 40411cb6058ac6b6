package dev.baton.admin.web;

import dev.baton.desk.web.Visitor;
import dev.baton.web.text.LocalizableText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;

/**
 * Things of one kind that have settings, such as clients: a list, a form, an import and an export
 * as CSV. Beside the texts of an {@link AdminPage} it has {@code admin.name.new}, the label of the
 * button for a new one.
 */
public interface SettingsTopic extends AdminPage {

  /** The fields of the form, which are the columns of the CSV too. */
  List<SettingsField> fields();

  /** Names of the list's columns: labels of fields. */
  List<String> columns();

  /** The id of the thing with these values; null if it gets one when it is saved. */
  default String idOf(SettingsValues values) {
    return values.text("code");
  }

  /**
   * @param search what the list shall contain; blank for all
   * @param of the thing of another topic to which they belong; null for any
   */
  Page<SettingsRow> rows(String search, String of, Pageable page, Visitor visitor);

  /** What the form of one contains, without secrets; empty if there is none with this id. */
  Optional<SettingsValues> find(String id);

  /** What the forms of all contain, a part at a time. */
  default Page<SettingsValues> values(Pageable page, Visitor visitor) {
    return rows("", null, page, visitor).map(row -> find(row.id()).orElseGet(SettingsValues::new));
  }

  /** What the form of a new one contains at first. */
  default SettingsValues initial(String of) {
    return new SettingsValues();
  }

  /**
   * Registers a thing, or brings it up to date.
   *
   * @param values checked as far as the fields say
   * @return a secret that is shown this once; null for none
   * @throws dev.baton.web.validation.InvalidInput naming the field that is not accepted
   */
  String save(SettingsValues values);

  /** The id of the only thing, where there is exactly one; null where there is a list. */
  default String only() {
    return null;
  }

  /** Whether a new one can be made on the page. */
  default boolean canCreate() {
    return only() == null;
  }

  /** Whether tables can be imported: not where saving shows a secret or has no stable id. */
  default boolean canImport() {
    return canCreate();
  }

  /** Whether there is something to change in one that exists. */
  default boolean canChange() {
    return fields().stream().anyMatch(field -> !field.fixed());
  }

  /** Whether there is something to change in this one. */
  default boolean canChange(String id) {
    return canChange();
  }

  /** Whether things can be deleted. */
  default boolean canDelete() {
    return false;
  }

  /** Whether this one can be deleted. */
  default boolean canDelete(String id) {
    return canDelete();
  }

  default void delete(String id) {
    throw new UnsupportedOperationException(name());
  }

  /**
   * What else can be done with one, beside saving it; each has the text {@code admin.name.act} on
   * its button and {@code admin.name.act.done} once it is done.
   */
  default List<String> acts(String id) {
    return List.of();
  }

  /**
   * Does one of these.
   *
   * @throws dev.baton.web.validation.InvalidInput if it is refused
   */
  default void act(String id, String act) {
    throw new UnsupportedOperationException(name() + "/" + act);
  }

  /** What is to be known of one, such as that something is under way; instants in UTC. */
  default Optional<LocalizableText> note(String id) {
    return Optional.empty();
  }

  /** The subject of its entries in the audit trail. */
  String subject(String id);

  /** What the change history of one contains, where the subject has more; null for all of it. */
  default String changesWith(String id) {
    return null;
  }

  /** The heading of one's form; null for its name. */
  default String title(SettingsValues values, Visitor visitor) {
    return null;
  }

  /** What counts where a field is left empty, by field. */
  default Map<String, String> whenEmpty(String id) {
    return Map.of();
  }

  /** What is to be known beside single fields as they are stored, by field. */
  default Map<String, LocalizableText> remarks(String id) {
    return Map.of();
  }

  /** What stands beside the form. */
  default Optional<SettingsAside> aside(String id, Visitor visitor) {
    return Optional.empty();
  }

  /** The thing of another topic to whose entries the form leads back; null for none. */
  default String of(String id) {
    return null;
  }

  /** Names of the topics with what belongs to one of these. */
  default List<String> belongings() {
    return List.of();
  }
}
