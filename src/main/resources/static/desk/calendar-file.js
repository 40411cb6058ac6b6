// Reads a chosen file into its form, so that what has been typed there is sent with it.

document.addEventListener('change', async ({target}) => {
  const [file] = target.dataset?.readInto ? target.files : [];
  if (!file) return;
  document.getElementById(target.dataset.readInto).value = await file.text();
  target.form.requestSubmit(document.getElementById(target.dataset.then));
});
