import { rootFolder } from "./child.ts";
import { BuildFault, buildStalePages } from "./pages.ts";

/** `npm run build`: the same build that `npm start` does when it is needed. */
try {
  await buildStalePages(rootFolder, (line) => console.log(line), new AbortController().signal);
  console.log("The pages in dist are up to date.");
} catch (error) {
  if (!(error instanceof BuildFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
