import { createNestablePublicClientApplication } from "@azure/msal-browser";
import { app, chat, dialog, pages } from "@microsoft/teams-js";

/** The smallest page of an app: real teams-js and real MSAL, so that the host is tried by Microsoft's own code. */
function show(id: string, text: string): void {
  const place = document.getElementById(id);
  if (place !== null) {
    place.textContent = text;
  }
}

function press(id: string, act: () => Promise<void>): void {
  document.getElementById(id)?.addEventListener("click", () => {
    act().catch((cause: unknown) => show("result", `failed: ${String(cause)}`));
  });
}

function showTheme(theme: string): void {
  document.body.dataset["theme"] = theme;
  show("theme", theme);
}

const origins = new URL(document.referrer || window.location.href).origin;
await app.initialize([origins]);
const context = await app.getContext();
showTheme(context.app.theme);
show("locale", context.app.locale);
show("person", context.user?.displayName ?? "");
show("page", context.page.subPageId ?? "");
app.registerOnThemeChangeHandler(showTheme);
const outcome = await app.notifySuccess();
show("result", `started: ${String(outcome.hasFinishedSuccessfully)}`);

press("sign-in", async () => {
  const msal = await createNestablePublicClientApplication({
    auth: {
      clientId: "7ab00000-0000-4000-8000-000000000001",
      authority: "https://login.microsoftonline.com/common",
    },
  });
  const token = await msal.acquireTokenSilent({ scopes: ["User.Read"] });
  show("token", `${token.account.name ?? ""} ${token.accessToken === "" ? "without" : "with"} token`);
});
press("go", () => pages.currentApp.navigateTo({ pageId: "kompas", subPageId: "geschenken" }));
press("chat", () => chat.openChat({ user: "fatima.el.amrani@pzvoorbeeld.example" }));
press("dialog", async () => {
  dialog.url.open(
    { url: `${window.location.origin}/?dialog`, title: "Vraag", size: { width: 400, height: 300 } },
    (done) => show("result", `${String(done.err)} ${JSON.stringify(done.result)}`),
  );
});
press("submit", async () => dialog.url.submit({ choice: "yes", again: true }));
