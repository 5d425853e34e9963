import { z } from "zod";

const executeSchema = z.looseObject({ action: z.looseObject({}) });
const bareExecuteSchema = z.looseObject({ verb: z.string().optional() });
const taskSchema = z.looseObject({ data: z.unknown() });

/** Completes an invoke's value to the shape that Teams sends. */
export function invokeValue(name: string, value: unknown, theme: string): unknown {
  return name === "adaptiveCard/action" ? executeValue(value) : taskValue(value, theme);
}

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model */
function executeValue(value: unknown): unknown {
  const whole = executeSchema.safeParse(value);
  if (whole.success) {
    return { trigger: "manual", ...whole.data, action: { type: "Action.Execute", ...whole.data.action } };
  }
  const bare = bareExecuteSchema.safeParse(value);
  return { action: { type: "Action.Execute", ...(bare.success ? bare.data : {}) }, trigger: "manual" };
}

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots */
function taskValue(value: unknown, theme: string): unknown {
  const whole = taskSchema.safeParse(value);
  const given = whole.success ? whole.data : { data: value };
  return { context: { theme }, ...given };
}
