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

/** The options of a list; the server has escaped what people wrote. */
async function optionsFrom(address) {
  const page = new DOMParser().parseFromString(await (await fetched(address)).text(), 'text/html');
  return [...page.querySelectorAll('li[role=option]')];
}

const shownIn = list => [...list.querySelectorAll('[role=option]:not([hidden])')];
const chosenIn = list => list.querySelector('[aria-selected=true]:not([hidden])');

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

/** Shows the options that have all of the words; those that have them in their name come first. */
function filter(list, words) {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  const hasAll = text => asked.every(word => text.toLowerCase().includes(word));
  const options = [...list.querySelectorAll('[role=option]')];
  options.forEach((option, at) => {
    option.dataset.at ??= at;
    option.hidden = !hasAll(option.dataset.words);
  });
  const rank = option => [hasAll(option.querySelector('.baton-option-name').textContent) ? 0 : 1, option.dataset.at];
  options.sort((one, other) => {
    const [name, at] = rank(one);
    const [otherName, otherAt] = rank(other);
    return name - otherName || at - otherAt;
  });
  list.replaceChildren(...options);
}

// A text is put where the cursor is; what was typed to find it goes.

function insert(text, words, from, to) {
  const before = text.value.slice(0, from);
  const after = text.value.slice(to);
  text.value = before + words + after;
  text.focus();
  text.setSelectionRange(before.length + words.length, before.length + words.length);
  text.dispatchEvent(new Event('input', {bubbles: true}));
}

async function insertTemplate(text, id, from, to) {
  const place = document.getElementById('incident-message-missing');
  try {
    const answer = await fetched(`${baseOf(text)}/templates/${id}`, 'POST');
    const {text: words, missing} = await answer.json();
    const gap = from > 0 && !text.value.slice(0, from).endsWith('\n') ? '\n\n' : '';
    insert(text, gap + words, from, to);
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
  insertTemplate(text, button.dataset.template, text.value.length, text.value.length);
});

// Templates and macros, from a button.

const boxOf = picker => picker.querySelector('.baton-picker-box');

async function open(picker) {
  const box = boxOf(picker);
  const field = box.querySelector('input');
  const list = box.querySelector('[role=listbox]');
  document.querySelectorAll('.baton-picker').forEach(other => other !== picker && close(other));
  box.hidden = false;
  picker.querySelector('button').setAttribute('aria-expanded', 'true');
  field.value = '';
  field.focus();
  try {
    list.replaceChildren(...(await optionsFrom(picker.dataset.source)));
    find(picker);
  } catch (e) {
    list.replaceChildren();
    box.querySelector('[role=status]').textContent = box.querySelector('[role=status]').dataset.failed;
  }
}

function close(picker, returns) {
  const box = boxOf(picker);
  if (box.hidden) return;
  box.hidden = true;
  const button = picker.querySelector('button');
  button.setAttribute('aria-expanded', 'false');
  if (returns) button.focus();
}

function find(picker) {
  const box = boxOf(picker);
  const list = box.querySelector('[role=listbox]');
  const field = box.querySelector('input');
  const status = box.querySelector('[role=status]');
  filter(list, field.value);
  const options = shownIn(list);
  mark(list, field, options[0]);
  status.textContent = options.length ? '' : status.dataset.none;
}

function pick(picker, option) {
  if (!option) return;
  const {id} = option.dataset;
  const text = picker.closest('form').querySelector(TEXT);
  close(picker);
  if (picker.dataset.picks === 'templates') {
    insertTemplate(text, id, text.value.length, text.value.length);
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
    else if (event.key === 'Enter') pick(picker, chosenIn(list));
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

/** Counts the questions, so that a late answer does not replace a newer one. */
let question = 0;
/** Where somebody pressed Esc: nothing is suggested there again. */
let dismissed = -1;

function hide(text) {
  question++;
  const list = document.getElementById(SUGGESTED);
  if (!list) return;
  list.hidden = true;
  list.replaceChildren();
  document.getElementById('incident-message-found').textContent = '';
  ['aria-controls', 'aria-autocomplete', 'aria-activedescendant', 'aria-haspopup'].forEach(name =>
    text.removeAttribute(name)
  );
}

async function suggest(text) {
  const now = asked(text);
  if (!now) dismissed = -1;
  if (!now || now.from === dismissed) {
    hide(text);
    return;
  }
  const mine = ++question;
  const list = document.getElementById(SUGGESTED);
  let options;
  try {
    options = await optionsFrom(
      now.sign === '/'
        ? `${baseOf(text)}/templates`
        : `${baseOf(text)}/colleagues?q=${encodeURIComponent(now.word)}`
    );
  } catch (e) {
    options = [];
  }
  if (mine !== question) return;
  list.replaceChildren(...options);
  list.querySelectorAll('[role=option]').forEach(option => (option.id = 'suggested-' + option.id));
  if (now.sign === '/') filter(list, now.word);
  const shown = shownIn(list);
  const status = document.getElementById('incident-message-found');
  status.textContent = shown.length ? status.dataset.found.replace('{0}', shown.length) : status.dataset.none;
  list.hidden = !shown.length;
  if (!shown.length) return;
  text.setAttribute('aria-controls', SUGGESTED);
  text.setAttribute('aria-autocomplete', 'list');
  text.setAttribute('aria-haspopup', 'listbox');
  mark(list, text, shown[0]);
}

function take(text, option) {
  const now = asked(text);
  if (!now || !option) return;
  const to = text.selectionStart;
  hide(text);
  if (now.sign === '/') insertTemplate(text, option.dataset.id, now.from, to);
  else insert(text, `@${option.dataset.login} `, now.from, to);
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
    if (key === 'ArrowDown') step(list, text, 1);
    else if (key === 'ArrowUp') step(list, text, -1);
    else if (key === 'Enter' || key === 'Tab') take(text, chosenIn(list));
    else if (key === 'Escape') {
      dismissed = asked(text)?.from ?? -1;
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
