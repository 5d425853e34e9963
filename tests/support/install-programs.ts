import { findOrInstall } from "./debian.ts";

/** Before the tests run side by side, since only one of them could install at a time. */
export default function installPrograms(): void {
  findOrInstall(["/usr/bin/chromium", "chromium", "google-chrome"], "chromium");
  findOrInstall(["/usr/lib/postgresql/15/bin/initdb", "initdb"], "postgresql");
}
