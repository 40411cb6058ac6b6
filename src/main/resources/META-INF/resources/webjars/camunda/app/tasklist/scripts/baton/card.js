// The cards of the list: what the incident is about, who reported it, how urgent it is.

import {ask} from './contact/server.js';
import {GERMAN} from './german.js';

const NUMBER = /^INC-\d{4}-\d{6,9}$/;
const PRIORITY = GERMAN ? 'Priorität' : 'Priority';

/** Colour alone would not tell them apart. */
const SHAPES = {P1: '▲', P2: '◆', P3: '●', P4: '○'};

/** The incidents of the tasks in the list. */
const numbers = new Map();

export const numberOfTask = taskId => numbers.get(taskId) ?? null;

/** The part of the page that knows which task is open, and the list. */
let tasklist = null;

function scopeOf(scope) {
  for (let one = scope; one; one = one.$parent) if (one.tasklistData) return one;
  return null;
}

/** Leaves the open task: its place in the address alone does not always do. */
export function leaveTask() {
  tasklist?.$applyAsync(() => {
    tasklist.tasklistData.set('taskId', {taskId: null});
    tasklist.tasklistData.changed('taskList');
  });
}

let waiting = new Map();

/** Cards of one list ask together. */
function details(number) {
  if (!waiting.size) setTimeout(askTogether, 30);
  if (!waiting.has(number)) {
    const one = {};
    one.promise = new Promise(done => (one.done = done));
    waiting.set(number, one);
  }
  return waiting.get(number).promise;
}

async function askTogether() {
  const asked = waiting;
  waiting = new Map();
  const found = await incidents([...asked.keys()]).catch(() => []);
  asked.forEach(({done}, number) => done(found.find(one => one.number === number)));
}

export const incidents = those => ask('/desk/tasklist/incidents', {numbers: those.join(',')});

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text ?? '';
  return made;
}

function draw(node, {subject, priority, requester, clientName, vip, number}) {
  const line = element('p', 'baton-card-line');
  if (SHAPES[priority]) {
    const mark = element('span', `baton-priority baton-${priority}`);
    const shape = element('span', '', SHAPES[priority] + ' ');
    shape.setAttribute('aria-hidden', 'true');
    mark.append(element('span', 'baton-hidden', PRIORITY + ' '), shape, priority);
    line.append(mark, ' ');
  }
  if (vip) line.append(element('span', 'baton-choice-mark', 'VIP'), ' ');
  line.append(element('span', 'baton-card-who', [requester, clientName].filter(Boolean).join(', ')));
  node.replaceChildren(
    element('p', 'baton-card-subject', subject),
    line,
    element('p', 'baton-card-number', number)
  );
}

export default {
  id: 'baton.card',
  pluginPoint: 'tasklist.card',
  priority: 1000,
  render(node, {taskId}, scope) {
    tasklist = scopeOf(scope) ?? tasklist;
    const {task} = scope;
    const values = Object.fromEntries(
      (task?._embedded?.variable ?? []).map(({name, value}) => [name, value])
    );
    const number = values.incidentNumber;
    if (!NUMBER.test(number ?? '')) return;
    numbers.set(taskId, number);
    node.className = 'baton-card';
    draw(node, {
      number,
      subject: values.subject,
      priority: values.priority,
      clientName: values.client
    });
    details(number).then(known => known && node.isConnected && draw(node, known));
  },
  unmount() {}
};
