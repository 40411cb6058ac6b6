// The files of a message: chosen one after the other, pasted or dropped, listed before they are sent.

const MEGABYTE = 1024 * 1024;
const EACH = 20 * MEGABYTE;
const TOGETHER = 50 * MEGABYTE;

/** The files by their input, which alone would forget the earlier ones at each choice. */
const chosen = new WeakMap();

const inputOf = element => element?.closest?.('.baton-message')?.querySelector('input[type=file]');
const filesOf = input => chosen.get(input) ?? [];
const isSame = (one, other) =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

function size(bytes) {
  const language = document.documentElement.lang || navigator.language || 'en';
  return bytes < MEGABYTE
    ? new Intl.NumberFormat(language).format(Math.max(1, Math.round(bytes / 1024))) + ' kB'
    : new Intl.NumberFormat(language, {maximumFractionDigits: 1}).format(bytes / MEGABYTE) + ' MB';
}

const sum = files => files.reduce((bytes, file) => bytes + file.size, 0);

/** Why these files cannot be sent; empty if they can. */
function problem(input, files) {
  const {mostInMail, mostFiles, tooLarge, tooMany, tooLargeTogether, tooLargeForMail} = input.dataset;
  const large = files.find(file => file.size > EACH);
  if (large) return `${large.name}: ${tooLarge}`;
  if (files.length > Number(mostFiles)) return tooMany;
  if (sum(files) > TOGETHER) return tooLargeTogether;
  const isReply = input.form.querySelector('input[name=kind]:checked')?.value === 'REPLY';
  return isReply && sum(files) > Number(mostInMail) ? tooLargeForMail : '';
}

function show(input) {
  const files = filesOf(input);
  const all = new DataTransfer();
  files.forEach(file => all.items.add(file));
  input.files = all.files;

  const list = document.getElementById('incident-message-chosen');
  list.hidden = files.length === 0;
  list.replaceChildren(...files.map((file, at) => line(input, file, at)));
  if (files.length > 1) {
    const total = document.createElement('li');
    total.className = 'baton-soft';
    total.textContent = `${size(sum(files))} ${input.dataset.total}`;
    list.append(total);
  }
  check(input);
}

function check(input) {
  const words = problem(input, filesOf(input));
  const place = document.getElementById('incident-message-files-trouble');
  place.hidden = !words;
  if (place.textContent !== words) place.textContent = words;
  input.setCustomValidity(words);
}

function line(input, file, at) {
  const item = document.createElement('li');
  const name = document.createElement('span');
  name.textContent = file.name;
  const bytes = document.createElement('span');
  bytes.className = 'baton-soft';
  bytes.textContent = size(file.size);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-sm btn-link';
  button.textContent = input.dataset.remove;
  button.setAttribute('aria-label', `${input.dataset.remove}: ${file.name}`);
  button.addEventListener('click', () => {
    chosen.set(input, filesOf(input).filter(other => other !== file));
    show(input);
    const next = document.querySelectorAll('#incident-message-chosen button');
    (next[Math.min(at, next.length - 1)] ?? input).focus();
  });
  item.append(name, ' ', bytes, ' ', button);
  return item;
}

function add(input, files) {
  const before = filesOf(input);
  chosen.set(input, [
    ...before,
    ...[...files].filter(file => !before.some(other => isSame(file, other)))
  ]);
  show(input);
}

/** A picture from the clipboard is always called image.png. */
function named(file) {
  if (!/^image\.\w+$/.test(file.name)) return file;
  const at = new Date().toISOString().slice(0, 19).replace(/[T:]/g, '-');
  return new File([file], `pasted-${at}.${file.name.split('.').pop()}`, {type: file.type});
}

document.addEventListener('change', ({target}) => {
  if (target.matches?.('.baton-message input[type=file]')) add(target, target.files);
  else if (target.matches?.('.baton-message input[name=kind]')) check(inputOf(target));
});

document.addEventListener('paste', event => {
  const input = inputOf(event.target);
  const {files, types} = event.clipboardData ?? {};
  // A table or a text from an office program comes with a picture of itself.
  if (!input || !files?.length || types.includes('text/plain')) return;
  event.preventDefault();
  add(input, [...files].map(named));
});

const bringsFiles = event => event.dataTransfer?.types.includes('Files') && inputOf(event.target);

document.addEventListener('dragover', event => {
  if (!bringsFiles(event)) return;
  event.preventDefault();
  event.target.closest('.baton-message').classList.add('baton-dropping');
});

document.addEventListener('dragleave', ({target, relatedTarget}) => {
  const place = target.closest?.('.baton-dropping');
  if (place && !place.contains(relatedTarget)) place.classList.remove('baton-dropping');
});

document.addEventListener('drop', event => {
  const input = bringsFiles(event);
  if (!input) return;
  event.preventDefault();
  event.target.closest('.baton-message').classList.remove('baton-dropping');
  add(input, event.dataTransfer.files);
});
