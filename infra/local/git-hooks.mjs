import { spawnSync } from "node:child_process";

// `npm install` points git to .githooks, so that what CI checks is checked
// before a commit. Outside of a clone and in CI there is nothing to do, and
// whatever goes wrong here must not fail an install. Plain JavaScript, since
// npm may run it under a Node of the person that reads no TypeScript.

/** @param {string[]} args */
const git = (...args) => spawnSync("git", args, { encoding: "utf8" });

const isClone = git("rev-parse", "--is-inside-work-tree").stdout?.trim() === "true";
const isCi = process.env.CI !== undefined && process.env.CI !== "false";

if (isClone && !isCi && git("config", "core.hooksPath", ".githooks").status !== 0) {
  console.warn("The git hook of .githooks could not be set; commits are not checked.");
}
