// What helps to write a message: reply templates and macros to pick from, and suggestions while one types
// "/" at the beginning of a line or "@" in an internal note. Everything works by keyboard.

import htmx from '/webjars/htmx.org/dist/htmx.esm.js';

const TEXT = '#incident-message-text';
const SUGGESTED = 'incident-message-suggestions';

const baseOf = element =>
  '/desk/incidents/' + encodeURIComponent(element.closest('.baton-incident').dataset.incident);
const kindOf = text => text.form.querySelector('input[name=kind]:checked')?.value;

const csrf = () =>
  decodeURIComponent(
    document.cookie
      .split('; ')
      .find(one => one.startsWith('BATON-CSRF='))
      ?.slice('BATON-CSRF='.length) ?? ''
  ) || 'none';

async function fetched(address, method = 'GET') {
  const headers = method === 'GET' ? {} : {'X-BATON-CSRF': csrf()};
  const answer = await fetch(address, {method, headers, credentials: 'same-origin'});
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
  return answer;
}

/** The options of a list, and what says that there are more; the server has escaped what people wrote. */
async function optionsFrom(address) {
  const page = new DOMParser().parseFromString(await (await fetched(address)).text(), 'text/html');
  return {options: [...page.querySelectorAll('li[role=option]')], more: page.querySelector('li[data-more]')};
}

/** How long somebody must have stopped typing before the server is asked. */
const PAUSE = 150;

/** Asks for options; the answer to an earlier question is dropped. */
class Search {
  count = 0;

  drop() {
    this.count++;
    clearTimeout(this.timer);
  }

  /** Shows what was found; null if that failed. */
  ask(address, pause, show) {
    this.drop();
    const mine = this.count;
    this.timer = setTimeout(async () => {
      const found = await optionsFrom(address).catch(() => null);
      if (mine === this.count) show(found);
    }, pause);
  }
}

const shownIn = list => [...list.querySelectorAll('[role=option]')];
const chosenIn = list => list.querySelector('[aria-selected=true]');

/** Marks an option; the field with the focus says which it is. */
function mark(list, field, option) {
  list.querySelectorAll('[aria-selected=true]').forEach(one => one.setAttribute('aria-selected', 'false'));
  if (!option) {
    field.removeAttribute('aria-activedescendant');
    return;
  }
  option.setAttribute('aria-selected', 'true');
  field.setAttribute('aria-activedescendant', option.id);
  option.scrollIntoView({block: 'nearest'});
}

function step(list, field, by) {
  const options = shownIn(list);
  if (!options.length) return;
  const at = options.indexOf(chosenIn(list));
  mark(list, field, options[(at + by + options.length) % options.length]);
}

// A text is put where the cursor is; what was typed to find it goes.

function insert(text, words, {from, to}, after = '') {
  text.setRangeText(words + after, from, to, 'end');
  const cursor = from + words.length;
  text.focus();
  text.setSelectionRange(cursor, cursor);
  text.dispatchEvent(new Event('input', {bubbles: true}));
}

/** In place of what was typed to find it if that is still there, or else where the cursor is now. */
async function insertTemplate(text, id, typed) {
  const place = document.getElementById('incident-message-missing');
  try {
    const answer = await fetched(`${baseOf(text)}/templates/${id}`, 'POST');
    const {text: words, missing} = await answer.json();
    const isThere = typed && text.value.slice(typed.from, typed.to) === typed.words;
    const at = isThere ? typed : {from: text.selectionStart, to: text.selectionEnd};
    const before = text.value.slice(0, at.from);
    const after = text.value.slice(at.to);
    insert(
      text,
      (before && !before.endsWith('\n') ? '\n\n' : '') + words,
      at,
      after && !after.startsWith('\n') ? '\n\n' : ''
    );
    place.textContent = missing ?? '';
  } catch (e) {
    place.textContent = failed(text);
  }
}

const failed = text =>
  text.closest('.baton-message').querySelector('[data-failed]')?.dataset.failed ?? '';

document.addEventListener('click', ({target}) => {
  const button = target.closest?.('.baton-template');
  if (!button) return;
  const text = button.closest('form').querySelector(TEXT);
  insertTemplate(text, button.dataset.template);
});

// Templates and macros, from a button.

const boxOf = picker => picker.querySelector('.baton-picker-box');

const picking = new Search();

function open(picker) {
  const box = boxOf(picker);
  const field = box.querySelector('input');
  document.querySelectorAll('.baton-picker').forEach(other => other !== picker && close(other));
  box.hidden = false;
  picker.querySelector('button').setAttribute('aria-expanded', 'true');
  field.value = '';
  field.focus();
  find(picker, 0);
}

function close(picker, returns) {
  const box = boxOf(picker);
  if (box.hidden) return;
  picking.drop();
  box.hidden = true;
  const button = picker.querySelector('button');
  button.setAttribute('aria-expanded', 'false');
  if (returns) button.focus();
}

/** The list says for which words it is (data-for), and for which somebody pressed Enter too early. */
function find(picker, pause = PAUSE) {
  const box = boxOf(picker);
  const list = box.querySelector('[role=listbox]');
  const field = box.querySelector('input');
  const status = box.querySelector('[role=status]');
  const words = field.value;
  delete list.dataset.for;
  delete list.dataset.early;
  picking.ask(`${picker.dataset.source}?q=${encodeURIComponent(words)}`, pause, found => {
    const options = found?.options ?? [];
    list.replaceChildren(...options);
    mark(list, field, options[0]);
    status.textContent = !found
      ? status.dataset.failed
      : options.length
        ? (found.more?.textContent ?? '')
        : status.dataset.none;
    list.dataset.for = words;
    if (list.dataset.early !== undefined) pick(picker, options[0]);
  });
}

function pickMarked(picker, list) {
  if (list.dataset.for === undefined) list.dataset.early = '';
  else pick(picker, chosenIn(list));
}

function pick(picker, option) {
  if (!option) return;
  const {id} = option.dataset;
  const text = picker.closest('form').querySelector(TEXT);
  close(picker);
  if (picker.dataset.picks === 'templates') {
    insertTemplate(text, id);
  } else {
    previewMacro(text, id);
  }
}

document.addEventListener('click', event => {
  const {target} = event;
  const picker = target.closest?.('.baton-picker');
  document.querySelectorAll('.baton-picker').forEach(other => other !== picker && close(other));
  if (!picker) return;
  const option = target.closest('[role=option]');
  if (option) pick(picker, option);
  else if (target.closest('button')) {
    if (boxOf(picker).hidden) open(picker);
    else close(picker, true);
  }
});

document.addEventListener('input', ({target}) => {
  const picker = target.closest?.('.baton-picker');
  if (picker) find(picker);
});

document.addEventListener(
  'keydown',
  event => {
    const picker = event.target.closest?.('.baton-picker');
    if (!picker || boxOf(picker).hidden) return;
    const list = boxOf(picker).querySelector('[role=listbox]');
    const field = boxOf(picker).querySelector('input');
    if (event.key === 'Escape') close(picker, true);
    else if (event.target !== field) return;
    else if (event.key === 'ArrowDown') step(list, field, 1);
    else if (event.key === 'ArrowUp') step(list, field, -1);
    else if (event.key === 'Enter') pickMarked(picker, list);
    else return;
    event.preventDefault();
    event.stopPropagation();
  },
  true
);

// A macro says what it would do before it does it.

async function previewMacro(text, id) {
  const place = document.getElementById('incident-macro');
  try {
    place.innerHTML = await (await fetched(`${baseOf(text)}/macros/${id}`)).text();
    htmx.process(place);
    place.scrollIntoView({block: 'nearest'});
    place.querySelector('h3').focus({preventScroll: true});
  } catch (e) {
    document.getElementById('incident-message-missing').textContent = failed(text);
  }
}

document.addEventListener('click', ({target}) => {
  if (!target.closest?.('[data-macro-cancel]')) return;
  document.getElementById('incident-macro').replaceChildren();
  document.getElementById('incident-macros-button')?.focus();
});

// While one types in the message.

/** What is being typed that asks for suggestions: its sign, its word, and where it begins. */
function asked(text) {
  if (text.selectionStart !== text.selectionEnd) return null;
  const before = text.value.slice(0, text.selectionStart);
  const template = before.match(/(?:^|\n)\/([^\s/]*)$/);
  if (template) return {sign: '/', word: template[1], from: before.length - template[1].length - 1};
  const person = kindOf(text) === 'NOTE' && before.match(/(?:^|[\s(])@([\p{L}\d._-]*)$/u);
  return person ? {sign: '@', word: person[1], from: before.length - person[1].length - 1} : null;
}

const suggesting = new Search();
/** Where somebody pressed Esc: nothing is suggested there again. */
let dismissed = -1;

function hide(text) {
  suggesting.drop();
  const list = document.getElementById(SUGGESTED);
  if (!list) return;
  delete list.dataset.for;
  delete list.dataset.early;
  list.hidden = true;
  list.replaceChildren();
  document.getElementById('incident-message-found').textContent = '';
  ['aria-controls', 'aria-autocomplete', 'aria-activedescendant', 'aria-haspopup'].forEach(name =>
    text.removeAttribute(name)
  );
}

const typedIn = ({sign, word}) => sign + word;

function suggest(text) {
  const now = asked(text);
  if (!now) dismissed = -1;
  if (!now || now.from === dismissed) {
    hide(text);
    return;
  }
  const list = document.getElementById(SUGGESTED);
  if (list.dataset.for?.[0] !== now.sign) hide(text);
  delete list.dataset.early;
  const what = now.sign === '/' ? 'templates' : 'colleagues';
  suggesting.ask(`${baseOf(text)}/${what}?q=${encodeURIComponent(now.word)}`, PAUSE, found =>
    show(text, list, typedIn(now), found)
  );
}

/** The list says for what it is (data-for), and for what somebody pressed Enter too early. */
function show(text, list, typed, found) {
  const options = found?.options ?? [];
  options.forEach(option => (option.id = 'suggested-' + option.id));
  list.replaceChildren(...options, ...(found?.more ? [found.more] : []));
  const status = document.getElementById('incident-message-found');
  status.textContent = options.length
    ? `${status.dataset.found.replace('{0}', options.length)} ${found.more?.textContent ?? ''}`.trim()
    : status.dataset.none;
  list.hidden = !options.length;
  list.dataset.for = typed;
  mark(list, text, options[0]);
  if (!options.length) return;
  text.setAttribute('aria-controls', SUGGESTED);
  text.setAttribute('aria-autocomplete', 'list');
  text.setAttribute('aria-haspopup', 'listbox');
  if (list.dataset.early === typed) take(text, options[0]);
}

function take(text, option) {
  const now = asked(text);
  const list = document.getElementById(SUGGESTED);
  if (!now || !option || list.dataset.for?.[0] !== now.sign) return;
  const at = {from: now.from, to: text.selectionStart, words: typedIn(now)};
  hide(text);
  if (now.sign === '/') insertTemplate(text, option.dataset.id, at);
  else insert(text, `@${option.dataset.login} `, at);
}

/** Takes the marked option if the list is for what is typed now, or else as soon as it is. */
function takeMarked(text, list, now) {
  if (list.dataset.for === typedIn(now)) take(text, chosenIn(list));
  else list.dataset.early = typedIn(now);
}

const suggests = element => element?.matches?.(TEXT + '[data-suggests]');

document.addEventListener('input', ({target}) => {
  if (!suggests(target)) return;
  document.getElementById('incident-message-missing').textContent = '';
  suggest(target);
});

document.addEventListener(
  'keydown',
  event => {
    const {target: text, key} = event;
    const list = document.getElementById(SUGGESTED);
    if (!suggests(text) || !list || list.hidden || event.ctrlKey || event.metaKey) return;
    const now = asked(text);
    if (!now) {
      hide(text);
      return;
    }
    if (key === 'ArrowDown') step(list, text, 1);
    else if (key === 'ArrowUp') step(list, text, -1);
    else if (key === 'Enter' || key === 'Tab') takeMarked(text, list, now);
    else if (key === 'Escape') {
      dismissed = now.from;
      hide(text);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  },
  true
);

// The list keeps the focus in the text.
document.addEventListener('mousedown', event => {
  if (event.target.closest?.('#' + SUGGESTED)) event.preventDefault();
});

document.addEventListener('click', ({target}) => {
  const option = target.closest?.(`#${SUGGESTED} [role=option]`);
  if (option) take(document.querySelector(TEXT), option);
});

// Another window may have the focus for a moment; the list is there when one comes back.
document.addEventListener('focusout', ({target}) => {
  if (suggests(target)) setTimeout(() => document.activeElement !== target && hide(target));
});

/** A note that somebody was led to is shown once the page is there. */
const led = location.hash.match(/^#contact-\d+$/) && document.querySelector(location.hash);
led?.scrollIntoView({block: 'center'});
