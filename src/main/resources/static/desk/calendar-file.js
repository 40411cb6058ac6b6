// Reads a chosen file into its form, so that what has been typed there is sent with it.

const MOST = 500 * 1024;

document.addEventListener('change', async ({target}) => {
  const [file] = target.dataset?.readInto ? target.files : [];
  if (!file) return;
  const isTooBig = file.size > MOST;
  document.getElementById(`${target.id}-size`).hidden = !isTooBig;
  if (isTooBig) {
    target.value = '';
    return;
  }
  document.getElementById(target.dataset.readInto).value = await file.text();
  target.form.requestSubmit(document.getElementById(target.dataset.then));
});
