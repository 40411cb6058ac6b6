// Light or dark as the system is set. Loaded before the page is drawn, so that it does not flash.
{
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => (document.documentElement.dataset.bsTheme = dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', follow);
  follow();
}
