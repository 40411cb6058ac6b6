// The page of a major incident is read anew once other acts are possible, unless somebody is typing in it.

import {clear as clearDraft} from './drafts.js';

const mark = () => document.querySelector('#major-now')?.dataset.mark;
const shown = mark();

const isTyped = field =>
  field.tagName === 'SELECT' ? field.selectedIndex > 0 : field.value !== field.defaultValue;
const isInUse = () =>
  [...document.querySelectorAll('#content form :is(input:not([type=hidden]), textarea, select)')].some(isTyped) ||
  document.querySelector('#content details[open]');

document.addEventListener('htmx:afterSettle', () => {
  if (!mark() || mark() === shown) return;
  if (isInUse()) document.querySelector('#major-changed').hidden = false;
  else location.replace(location.pathname);
});

// What was sent is no draft any more; an answer that leads to another page counts as neither successful nor failed.
document.addEventListener('htmx:afterRequest', ({target, detail: {xhr}}) => {
  const form = xhr.status >= 200 && xhr.status < 300 && target.closest?.('#content form');
  if (form) clearDraft(form);
});

document.querySelector('#major-desk-draft')?.addEventListener('click', ({target}) => {
  const field = document.querySelector('#major-desk-text');
  field.value = [field.value, target.dataset.draft].filter(Boolean).join('\n');
  field.dispatchEvent(new Event('input', {bubbles: true}));
  field.focus();
});
