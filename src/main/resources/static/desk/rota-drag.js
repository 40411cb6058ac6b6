// Drags a shift to another person, who takes it over, or to another day, to which it is moved. That only
// fills in the form: nothing changes until it is saved. A finger rests on the shift first, so that it can
// still scroll. Escape cancels.

import htmx from '/webjars/htmx.org/dist/htmx.esm.js';
import {openedBy} from './people.js';

const SHIFT = '[data-drag-move] .baton-period[data-from]';
const FAR_ENOUGH = 6;
const LONG_ENOUGH = 350;
const EDGE = 40;
const STEP = 16;
const A_DAY = 86_400_000;

/** The shift that is held: from where, and once it is being dragged, what would come of it. */
let held = null;

const cellOf = element => element?.closest('td[data-day]');
const rowOf = element => element.closest('tr[data-login]');
const daysBetween = (one, other) => Math.round((Date.parse(other) - Date.parse(one)) / A_DAY);

/** The same time on the wall clock some days later. */
function later(moment, days) {
  const [day, time] = moment.split('T');
  return `${new Date(Date.parse(day) + days * A_DAY).toISOString().slice(0, 10)}T${time}`;
}

const say = (words, value) => words.replace('{0}', value);

/** What dropping here would do: a form with its values, or null. */
function offer(x, y) {
  const under = document.elementFromPoint(x, y);
  const to = cellOf(under);
  const {cell: from, shift, words} = held;
  if (!to || to === from || to.closest('table') !== from.closest('table')) return null;
  const {from: start, until, post} = shift.dataset;
  const values = {login: rowOf(from).dataset.login, post: post ?? '', from: start, until};
  const days = daysBetween(from.dataset.day, to.dataset.day);
  if (rowOf(to) === rowOf(from)) {
    Object.assign(values, {newFrom: later(start, days), newUntil: later(until, days)});
    return {to, form: 'move', values, text: say(words.dragMove, to.dataset.dayName)};
  }
  if (days !== 0) return {to, text: words.dragNo};
  const {login: taker, name} = rowOf(to).dataset;
  const theirs = under.closest('.baton-period[data-from]');
  Object.assign(values, {taker});
  if (theirs) Object.assign(values, {returnFrom: theirs.dataset.from, returnUntil: theirs.dataset.until});
  return {to, form: 'swap', values, text: say(theirs ? words.dragSwap : words.dragTake, name)};
}

function lift() {
  held.ghost = held.shift.cloneNode(true);
  held.ghost.classList.add('baton-drag-ghost');
  held.ghost.setAttribute('aria-hidden', 'true');
  held.time = (held.shift.querySelector('[aria-hidden]') ?? held.shift).textContent;
  document.body.append(held.ghost);
  held.shift.classList.add('baton-drag-from');
  document.documentElement.classList.add('baton-dragging');
}

function mark(offered) {
  document.querySelectorAll('.baton-drop, .baton-drop-no').forEach(cell => cell.classList.remove('baton-drop', 'baton-drop-no'));
  offered?.to.classList.add(offered.form ? 'baton-drop' : 'baton-drop-no');
}

function scroll(x) {
  const scroller = held.cell.closest('[role=region]');
  const {left, right} = scroller.getBoundingClientRect();
  if (x > right - EDGE) scroller.scrollLeft += STEP;
  else if (x < left + EDGE) scroller.scrollLeft -= STEP;
}

function drag(x, y) {
  scroll(x);
  held.offered = offer(x, y);
  mark(held.offered);
  held.ghost.textContent = held.offered ? `${held.time} → ${held.offered.text}` : held.time;
  const left = Math.min(x + 12, window.innerWidth - held.ghost.offsetWidth - 4);
  held.ghost.style.transform = `translate(${Math.max(4, left)}px, ${y + 12}px)`;
}

function end() {
  if (!held) return;
  clearTimeout(held.timer);
  held.ghost?.remove();
  held.shift.classList.remove('baton-drag-from');
  document.documentElement.classList.remove('baton-dragging');
  mark(null);
  held = null;
}

function open({form, values}, cell) {
  const {day} = cell.dataset;
  const {login} = rowOf(cell).dataset;
  openedBy(() => {
    const back = document.querySelector(`tr[data-login="${CSS.escape(login)}"] td[data-day="${CSS.escape(day)}"]`);
    return back?.querySelector('a.baton-period-more') ?? back;
  });
  const path = `/desk/people/forms/${form}?${new URLSearchParams(values)}`;
  htmx.ajax('GET', path, {target: '#people-form', swap: 'innerHTML show:#people-form:top'});
}

document.addEventListener('pointerdown', event => {
  const shift = event.target.closest?.(SHIFT);
  if (!shift || event.button !== 0 || !event.isPrimary) return;
  const {clientX: x, clientY: y} = event;
  end();
  const words = shift.closest('table').dataset;
  held = {shift, cell: cellOf(shift), words, x, y, pointer: event.pointerId, byTouch: event.pointerType === 'touch'};
  if (!held.cell) held = null;
  else if (held.byTouch) {
    held.timer = setTimeout(() => {
      lift();
      drag(x, y);
    }, LONG_ENOUGH);
  }
});

document.addEventListener('pointermove', event => {
  if (held?.pointer !== event.pointerId) return;
  const isFar = Math.hypot(event.clientX - held.x, event.clientY - held.y) > FAR_ENOUGH;
  if (!held.ghost && isFar) {
    if (held.byTouch) return end();
    lift();
  }
  if (held.ghost) drag(event.clientX, event.clientY);
});

document.addEventListener('pointerup', event => {
  if (held?.pointer !== event.pointerId) return;
  if (!held.ghost) return end();
  const {offered, cell} = held;
  end();
  // The click that follows is not meant for the cell.
  const swallow = event => {
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener('click', swallow, {capture: true, once: true});
  setTimeout(() => document.removeEventListener('click', swallow, {capture: true}));
  if (offered?.form) open(offered, cell);
});

document.addEventListener('pointercancel', event => held?.pointer === event.pointerId && end());
window.addEventListener('blur', end);

document.addEventListener(
  'keydown',
  event => {
    if (event.key !== 'Escape' || !held?.ghost) return;
    event.stopPropagation();
    end();
  },
  {capture: true}
);

// A finger that has lifted a shift drags it and does not scroll, and opens no menu.
document.addEventListener('touchmove', event => held?.ghost && event.preventDefault(), {passive: false});
document.addEventListener('contextmenu', event => held?.byTouch && event.preventDefault());

// Only now a shift looks as if it could be dragged.
document.documentElement.classList.add('baton-drag-ready');
