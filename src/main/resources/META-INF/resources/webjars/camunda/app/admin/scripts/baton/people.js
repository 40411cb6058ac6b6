// Baton keeps the users and groups of the engine: somebody created here would have no roles at the desk,
// and a change would not last. These pages of Admin lead to Baton's own.
const PEOPLE = /^#!?\/(users|user-create|groups|group-create)(?=[/?]|$)/;

function lead() {
  if (PEOPLE.test(location.hash)) {
    location.replace('/desk/admin/agents');
  }
}

addEventListener('hashchange', lead);
lead();

export default [];
