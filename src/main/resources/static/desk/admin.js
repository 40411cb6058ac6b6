// Texts of messages: placeholders are inserted where one wrote last, and the preview follows what one types.

const isText = element =>
  element.matches?.('#admin-form :is(input, textarea):not([readonly])') &&
  /^(subject|opening|next|signature)/.test(element.name);

let last;

document.addEventListener('focusin', ({target}) => {
  if (!isText(target)) return;
  last = target;
  show(target.name.match(/(En|De)$/)?.[1].toLowerCase());
});

/** The preview is in the language that one writes. */
function show(language) {
  const select = document.getElementById('preview-language');
  if (!language || !select || select.value === language) return;
  select.value = language;
  select.dispatchEvent(new Event('input', {bubbles: true}));
}

document.addEventListener('click', ({target}) => {
  const button = target.closest?.('[data-insert]');
  const field = last ?? [...document.querySelectorAll('#admin-form textarea')].find(isText);
  if (!button || !field) return;
  field.setRangeText(button.dataset.insert, field.selectionStart, field.selectionEnd, 'end');
  field.focus();
  field.dispatchEvent(new Event('input', {bubbles: true}));
});

// A mail is shown in a frame of its own, which is new each time: going back leads off the page.
document.addEventListener('htmx:afterSwap', ({target}) => target.querySelector?.('form[data-mail]')?.submit());
