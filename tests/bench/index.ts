import { startPostgres } from "../support/postgres.ts";
import { benchAcceptQuestion } from "./accept-question.ts";

console.log(
  "A bot turn that accepts a question, against a bare botbuilder turn with as many sends; CPU of the server, SQLite:",
);
await benchAcceptQuestion(undefined);

const postgres = await startPostgres();
if (postgres) {
  console.log("The same on PostgreSQL 15 on this machine (its own CPU not counted):");
  await benchAcceptQuestion(await postgres.newDatabase());
  await postgres.stop();
}
