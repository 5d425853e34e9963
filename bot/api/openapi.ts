import { z } from "zod";
import type { Route } from "./routes.ts";

/** The OpenAPI 3.1 document of these routes, made from the schemas that they answer with. */
export function openApiDocument(routes: readonly Route[], version: string): object {
  return {
    openapi: "3.1.0",
    info: { title: "Integriteitskompas", version },
    paths: Object.fromEntries(routes.map((route) => [route.path, { get: operation(route) }])),
  };
}

function operation({ summary, answers }: Route): object {
  const responses = Object.entries(answers).map(([status, schema]) => [
    status,
    { description: summary, content: { "application/json": { schema: z.toJSONSchema(schema) } } },
  ]);
  return { summary, responses: Object.fromEntries(responses) };
}
