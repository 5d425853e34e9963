import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** `npm run build` passes this folder as Vite's root, so that paths here are relative to it. */
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "../../../dist/teams-page",
    emptyOutDir: true,
    // A developer's page on loopback: one round trip more or less does not matter, clear names in a trace do.
    chunkSizeWarningLimit: 2000,
  },
});
