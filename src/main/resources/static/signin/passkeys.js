// Passkeys on the sign-in and account pages. They need a host name; IP addresses have none.
const isOffered = window.PublicKeyCredential
  && PublicKeyCredential.parseRequestOptionsFromJSON
  && !/^[\d.]+$|:/.test(location.hostname);

const byPasskey = document.getElementById('by-passkey');
const add = document.getElementById('add-passkey');
const problem = document.getElementById('passkey-problem');

function token() {
  const found = document.cookie.match(/(?:^|; )BATON-CSRF=([^;]*)/);
  return found ? decodeURIComponent(found[1]) : '';
}

async function send(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'X-BATON-CSRF': token()},
    body: JSON.stringify(body)
  });
  if (!answer.ok) {
    throw new Error(`${path} was answered ${answer.status}`);
  }
  return answer.json();
}

async function tryTo(work) {
  problem.hidden = true;
  try {
    const {next} = await work();
    location.assign(next);
  } catch (failure) {
    console.warn(failure);
    problem.hidden = false;
  }
}

async function signIn() {
  const options = await send('/sign-in/passkey/options', {});
  const key = await navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options)
  });
  const wish = document.getElementById('continue').value;
  return send('/sign-in/passkey?continue=' + encodeURIComponent(wish), key.toJSON());
}

async function make() {
  const options = await send('/account/passkeys/options', {});
  const key = await navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options)
  });
  return send('/account/passkeys', {
    label: document.getElementById('label').value,
    credential: key.toJSON()
  });
}

if (isOffered && byPasskey) {
  byPasskey.hidden = false;
  document.getElementById('passkey').addEventListener('click', () => tryTo(signIn));
}
if (isOffered && add) {
  add.hidden = false;
  document.getElementById('no-passkeys').hidden = true;
  add.addEventListener('submit', event => {
    event.preventDefault();
    tryTo(make);
  });
}
