// The sign-in is the desk's own. Where this application would show its own, after a sign-out or a
// session that is over, the desk's page takes over and leads back.
const SIGN_IN = /^#!?\/login/;

function leave(before) {
  if (SIGN_IN.test(location.hash)) {
    const place = SIGN_IN.test(before) ? '' : before;
    location.replace('/sign-in?continue=' + encodeURIComponent(location.pathname + place));
  }
}

addEventListener('hashchange', event => leave(new URL(event.oldURL).hash));
leave('');

export default [];
