import { defineConfig } from "vitest/config";

/**
 * `unit` is the inner loop: fast, no process, no network beyond loopback.
 * `real` starts real parts: PostgreSQL, the stand-in, the server.
 * `e2e` drives `npm start` in a real browser.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/**/*.real.test.ts", "tests/e2e/**"],
        },
      },
      {
        test: {
          name: "real",
          globalSetup: ["tests/support/install-programs.ts"],
          include: ["tests/**/*.real.test.ts"],
          exclude: ["tests/e2e/**"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "e2e",
          globalSetup: ["tests/support/install-programs.ts"],
          include: ["tests/e2e/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
