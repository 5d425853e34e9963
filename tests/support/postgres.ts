import { execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { findOrInstall } from "./debian.ts";
import { freePort } from "./free-port.ts";

export interface PostgresServer {
  /** A new, empty database on this server. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** A real PostgreSQL 15 in a temporary folder on a free loopback port; undefined where it cannot be had. */
export async function startPostgres(): Promise<PostgresServer | undefined> {
  const initdb = findOrInstall(["/usr/lib/postgresql/15/bin/initdb", "initdb"], "postgresql");
  if (!initdb) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "integriteit-pg-"));
  const owner = unprivileged();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  execFileSync(initdb, ["-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"], {
    ...owner,
    stdio: "ignore",
  });
  const port = await freePort();
  const settings = ["-h", "127.0.0.1", "-p", String(port), "-k", folder, "-c", "max_connections=60"];
  const server = spawn(join(dirname(initdb), "postgres"), ["-D", data, ...settings], {
    ...owner,
    stdio: "ignore",
  });
  const exited = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const urlOf = (name: string) => `postgres://test@127.0.0.1:${port}/${name}`;
  await untilReady(urlOf("postgres"));
  let databases = 0;
  return {
    async newDatabase() {
      databases += 1;
      const name = `test${databases}`;
      const client = new pg.Client({ connectionString: urlOf("postgres") });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return urlOf(name);
    },
    async stop() {
      server.kill("SIGINT");
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root; its Debian package brings a user of its own. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
