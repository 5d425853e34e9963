import { fileURLToPath } from "node:url";
import { endWithNpm } from "../npm-parent.ts";
import { PortFault } from "./http/server.ts";
import { SettingsFault, settingsFrom } from "./settings.ts";
import { startM365 } from "./start-m365.ts";

/** Sign-in tokens that a browser still keeps stay valid after a restart, as in Entra. */
const keyFile = fileURLToPath(
  new URL("../../../node_modules/.cache/integriteitskompas/sign-in-key.json", import.meta.url),
);

try {
  const settings = settingsFrom(process.env);
  const running = await startM365({ ...settings, keyFile });
  console.log(
    `Stand-in for Microsoft 365 ready on ${running.url} (the app is expected on ${settings.appBaseUrl})`,
  );
  const end = () => {
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  endWithNpm(end);
} catch (error) {
  if (!(error instanceof SettingsFault || error instanceof PortFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
