// Runs before the first paint: the theme and language that Teams put in the address.
(() => {
  const query = new URLSearchParams(location.search);
  const theme = query.get("theme");
  const wanted = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const known = { default: "light", light: "light", dark: "dark", contrast: "contrast", glass: "light" };
  document.documentElement.dataset.theme = known[theme] ?? wanted;
  const language = (query.get("locale") ?? "nl").slice(0, 2).toLowerCase();
  if (["nl", "fr", "de", "en"].includes(language)) document.documentElement.lang = language;
})();
