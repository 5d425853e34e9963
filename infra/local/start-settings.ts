import { z } from "zod";
import { Fault } from "../../src/base/fault.ts";

const port = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, "is no port number")
  .transform(Number)
  .refine((value) => value <= 65_535, "is no port number");

const schema = z
  .object({
    NODE_ENV: z
      .string()
      .optional()
      .refine((value) => value !== "production", "is production: `npm start` is for one developer's machine"),
    PORT: port.default(3978),
    M365_PORT: port.default(3979),
    DATA_DIR: z.string().default(".data"),
  })
  .refine(({ PORT, M365_PORT }) => PORT !== M365_PORT, {
    path: ["M365_PORT"],
    message: "is the same port as PORT",
  });

export class StartFault extends Fault<"settings" | "not-ready" | "child-ended"> {}

export interface StartSettings {
  readonly port: number;
  readonly m365Port: number;
  readonly dataDir: string;
}

export function startSettings(environment: Readonly<Record<string, string | undefined>>): StartSettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = schema.safeParse(given);
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
    throw new StartFault("settings", `npm start cannot begin:\n${wrong.join("\n")}`);
  }
  return { port: read.data.PORT, m365Port: read.data.M365_PORT, dataDir: read.data.DATA_DIR };
}
