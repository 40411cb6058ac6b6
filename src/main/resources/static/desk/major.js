// The page of a major incident is read anew once other acts are possible, unless somebody is typing in it.

const mark = () => document.querySelector('#major-now')?.dataset.mark;
const shown = mark();

const isTyped = field =>
  field.tagName === 'SELECT'
    ? [...field.options].some(option => option.selected !== option.defaultSelected && !(option.index === 0 && option.selected))
    : field.value !== field.defaultValue;
const isInUse = () =>
  [...document.querySelectorAll('#content form :is(input:not([type=hidden]), textarea, select)')].some(isTyped) ||
  document.querySelector('#content details[open]');

document.addEventListener('htmx:afterSettle', () => {
  if (!mark() || mark() === shown) return;
  if (isInUse()) document.querySelector('#major-changed').hidden = false;
  else location.replace(location.pathname);
});
