// Keeps what somebody types into a form of an incident, of a major incident, or into "Log a call", until it is sent: in this
// browser alone, by person, incident and form. The sign-in page removes all drafts once somebody has signed out.

const PREFIX = 'baton.draft:';
const KEPT = 14 * 24 * 60 * 60 * 1000;
const FIELDS = 'textarea[id][name], input[id][name]:not([type=file]):not([type=hidden]), select[id][name]';

const PANELS = ['.baton-incident', '.baton-calls', '.baton-major'].map(panel => `${panel}[data-person]`);

/** The forms whose draft was restored, which say so. */
const restored = new Set();

const panelOf = element => element?.closest?.(PANELS.join());
const nameOf = form => form.id || form.closest('[id]')?.id;
const keyOf = form => {
  const {person, incident} = panelOf(form).dataset;
  return PREFIX + [person, incident, nameOf(form)].map(encodeURIComponent).join(':');
};
const isTicked = field => field.type === 'checkbox' || field.type === 'radio';
const fieldsOf = form => [...form.querySelectorAll(FIELDS)];

function read(key) {
  try {
    const draft = JSON.parse(localStorage.getItem(key));
    return Date.now() - draft.at < KEPT ? draft : null;
  } catch (e) {
    return null;
  }
}

function remove(key) {
  restored.delete(key);
  try {
    localStorage.removeItem(key);
  } catch (e) {
    // a browser that keeps nothing has nothing to remove
  }
}

function forgetOldOnes() {
  try {
    Object.keys(localStorage)
      .filter(key => key.startsWith(PREFIX) && !read(key))
      .forEach(remove);
  } catch (e) {
    // as above
  }
}

/** What the form says beyond what it said at first; a message always says of what type it is. */
function save(form) {
  const fields = {};
  fieldsOf(form).forEach(field => {
    if (field.dataset.typed || (field.name === 'kind' && field.checked)) {
      fields[field.id] = isTicked(field) ? {checked: field.checked} : {value: field.value};
    }
  });
  const says = Object.entries(fields).some(
    ([id, {value, checked}]) => value?.trim() || (checked && !id.startsWith('incident-message-kind'))
  );
  const key = keyOf(form);
  if (!says) {
    remove(key);
    return;
  }
  try {
    localStorage.setItem(key, JSON.stringify({at: Date.now(), fields}));
  } catch (e) {
    note(form, panelOf(form).dataset.draftUnsaved);
  }
}

/** Fills what is empty; returns whether anything changed. */
function fill(form, {fields}) {
  let changed = false;
  fieldsOf(form).forEach(field => {
    const kept = fields[field.id];
    if (!kept || field.readOnly || field.disabled || (field.dataset.typed && field.value)) return;
    if (isTicked(field) ? field.checked !== kept.checked : field.value !== kept.value) {
      if (isTicked(field)) field.checked = kept.checked;
      else field.value = kept.value;
      changed = true;
    }
    field.dataset.typed = 'yes';
  });
  return changed;
}

function note(form, words, discard) {
  let place = form.querySelector('.baton-draft');
  if (!place) {
    place = document.createElement('p');
    place.className = 'baton-draft';
    place.setAttribute('role', 'status');
    form.prepend(place);
  }
  const text = document.createElement('span');
  text.textContent = words;
  place.replaceChildren(text);
  if (discard) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-sm btn-link';
    button.textContent = panelOf(form).dataset.draftDiscard;
    button.addEventListener('click', discard);
    place.append(' ', button);
  }
  mark(form);
}

/** A form that is folded away says so on its button. */
function mark(form) {
  const summary = form.closest('details')?.querySelector('summary');
  if (!summary || summary.querySelector('.baton-draft-mark')) return;
  const sign = document.createElement('span');
  sign.className = 'baton-draft-mark';
  sign.textContent = panelOf(form).dataset.draftMark;
  summary.append(' ', sign);
}

function unmark(form) {
  form.querySelector('.baton-draft')?.remove();
  form.closest('details')?.querySelector('.baton-draft-mark')?.remove();
}

function discard(form) {
  clear(form);
  form.reset();
  fieldsOf(form).forEach(field => delete field.dataset.typed);
  form.querySelector('textarea, select, input:not([type=hidden])')?.focus();
}

/** Once the form is sent. */
export function clear(form) {
  if (!panelOf(form)) return;
  remove(keyOf(form));
  unmark(form);
}

function restore(form) {
  const key = keyOf(form);
  const draft = read(key);
  if (!draft) return;
  if (fill(form, draft)) {
    restored.add(key);
    // The server shows what depends on the answers.
    form.querySelector('[hx-post$="/fields"]')?.dispatchEvent(new Event('change', {bubbles: true}));
  }
  if (restored.has(key)) note(form, panelOf(form).dataset.draftRestored, () => discard(form));
}

/** Brings the drafts back into the forms on the screen. */
export function restoreAll() {
  document.querySelectorAll(PANELS.map(panel => `${panel} form`).join()).forEach(restore);
}

const typed = ({target}) => {
  const form = target.closest?.('form');
  if (form && panelOf(form) && target.matches(FIELDS)) save(form);
};
document.addEventListener('input', typed);
document.addEventListener('change', typed);

forgetOldOnes();
