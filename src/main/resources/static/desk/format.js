// Bold, lists and links while typing: signs in the text, which the mail and the page show formatted.

const KEYS = {b: 'bold', i: 'italic', k: 'link'};

/** Puts signs around what is chosen, or takes them away again. */
function around(field, sign) {
  const {selectionStart: from, selectionEnd: to, value} = field;
  const chosen = value.slice(from, to);
  const inside = chosen.length > 2 * sign.length && chosen.startsWith(sign) && chosen.endsWith(sign);
  const outside =
    value.slice(from - sign.length, from) === sign && value.slice(to, to + sign.length) === sign;
  if (inside) {
    replace(field, from, to, chosen.slice(sign.length, -sign.length), 0);
  } else if (outside) {
    replace(field, from - sign.length, to + sign.length, chosen, 0);
  } else {
    replace(field, from, to, sign + chosen + sign, sign.length);
  }
}

/** Begins each chosen line so, or no longer. */
function lines(field, begin, pattern) {
  const {selectionStart: from, selectionEnd: to, value} = field;
  const start = value.lastIndexOf('\n', from - 1) + 1;
  const end = value.indexOf('\n', to) < 0 ? value.length : value.indexOf('\n', to);
  const those = value.slice(start, end).split('\n');
  const every = those.every(line => pattern.test(line));
  const turned = those.map((line, at) => (every ? line.replace(pattern, '') : begin(at) + line));
  const before = !every && start > 0 && value[start - 2] !== '\n' ? '\n' : '';
  replace(field, start, end, before + turned.join('\n'), 0);
}

function link(field) {
  const {selectionStart: from, selectionEnd: to, value} = field;
  const chosen = value.slice(from, to);
  const isAddress = /^https?:\/\/\S+$/.test(chosen);
  const words = isAddress ? field.dataset.linkWords : chosen || field.dataset.linkWords;
  const address = isAddress ? chosen : 'https://';
  replace(field, from, to, `[${words}](${address})`, 0);
  const at = from + 1;
  if (isAddress) field.setSelectionRange(at, at + words.length);
  else field.setSelectionRange(at + words.length + 2, at + words.length + 2 + address.length);
}

/** As if typed, so that it can be undone and drafts learn of it. */
function replace(field, from, to, text, shift) {
  const length = field.selectionEnd - field.selectionStart;
  field.focus();
  field.setSelectionRange(from, to);
  if (!document.execCommand('insertText', false, text)) {
    field.setRangeText(text, from, to, 'end');
    field.dispatchEvent(new Event('input', {bubbles: true}));
  }
  if (shift) field.setSelectionRange(from + shift, from + shift + length);
}

const FORMATS = {
  bold: field => around(field, '**'),
  italic: field => around(field, '_'),
  bullets: field => lines(field, () => '- ', /^- /),
  numbers: field => lines(field, at => `${at + 1}. `, /^\d+\. /),
  link
};

document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-format]');
  const field = button && document.getElementById(button.closest('[aria-controls]').getAttribute('aria-controls'));
  if (field) FORMATS[button.dataset.format](field);
});

document.addEventListener('keydown', event => {
  const format = KEYS[event.key?.toLowerCase()];
  if (!format || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
  if (!event.target.dataset?.linkWords) return;
  event.preventDefault();
  FORMATS[format](event.target);
});
