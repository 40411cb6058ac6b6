// What is shown after "Log a contact": the number, and what to tell the caller.

import {ask} from './server.js';

const ATTEMPTS = 20;
const PAUSE = 500;

const pause = () => new Promise(done => setTimeout(done, PAUSE));

/** Asks until the flow has agreed what is promised, which takes it a moment. */
async function read(dialog, number) {
  for (let attempt = 1; attempt <= ATTEMPTS && dialog.isConnected; attempt++) {
    const words = await ask('/desk/calls/logged', {number: number ?? ''}, '*/*');
    // The server has escaped everything that people wrote.
    const tell = attempt > 1 && dialog.querySelector('.baton-logged-tell');
    if (tell) {
      const next = document.createElement('div');
      next.innerHTML = words;
      tell.replaceChildren(...next.querySelector('.baton-logged-tell').childNodes);
      dialog.querySelector('[data-pending]')?.toggleAttribute(
        'data-pending',
        !!next.querySelector('[data-pending]')
      );
    } else {
      dialog.innerHTML = words;
      dialog.querySelector('#baton-logged-title').focus();
    }
    if (!dialog.querySelector('[data-pending]')) return;
    await pause();
  }
}

/** Shows what came of the form; goes to the start form again if asked. */
export function showLogged(number, flow) {
  const dialog = document.createElement('dialog');
  dialog.className = 'baton-call baton-logged';
  dialog.setAttribute('aria-labelledby', 'baton-logged-title');
  const title = document.createElement('h2');
  title.id = 'baton-logged-title';
  title.tabIndex = -1;
  title.textContent = number ?? '…';
  dialog.append(title);
  dialog.addEventListener('click', ({target}) => {
    const again = target.closest('[data-another]');
    if (again || target.closest('[data-done]')) dialog.close();
    if (again) {
      const [path, query] = location.hash.replace(/^#/, '').split('?');
      const parameters = new URLSearchParams(query ?? '');
      parameters.set('processStart', flow);
      location.hash = `${path || '/'}?${parameters}`;
    }
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  read(dialog, number).catch(() => {});
}
