import { z } from "zod";
import { type TaskInfo, taskInfoSchema } from "../api-schema.ts";
import type { Answer } from "./bridge.ts";
import { type FrameRequest, initializeAnswer, type TeamsContext } from "./protocol.ts";

/** What the pane does for the page in its frame. */
export interface Host {
  readonly context: () => TeamsContext;
  readonly config: () => { entityId: string; contentUrl: string; suggestedDisplayName: string };
  readonly nestedAppAuth: (request: unknown) => Promise<string>;
  readonly follow: (link: string) => boolean;
  readonly navigate: (entityId: string | undefined, page: string) => boolean;
  readonly openChat: (members: readonly string[]) => void;
  readonly shareLink: (page: string, label: string) => void;
  readonly openDialog: (task: TaskInfo) => Promise<{ fault: string | null; result: unknown }>;
  readonly completeDialog: (result: unknown) => void;
  readonly resizeDialog: (task: TaskInfo) => void;
  readonly messageDialog: (to: "parent" | "child", message: unknown) => void;
  readonly copy: (text: string) => Promise<void>;
  readonly ready: (state: "started" | "loaded" | "failed", reason?: string) => void;
  readonly listen: (event: string) => void;
  readonly returnFocus: () => void;
}

type Answerer = (host: Host, request: FrameRequest) => Promise<Answer> | Answer;

const text = z.string().catch("");
const argument = (request: FrameRequest, place: number): unknown => request.args?.[place];
const notSupported = { errorCode: 100, message: "The local Teams page cannot do this." };

const pageSchema = z.object({ pageId: z.string().optional(), subPageId: z.string().nullish() });
const chatSchema = z.object({ members: z.array(z.string()) });
const clipSchema = z.object({ mimeType: z.string(), content: z.string() });

/** A copied text arrives as base64 of its UTF-8 bytes. */
function decoded(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

const pages: Record<string, Answerer> = {
  "pages.currentApp.navigateTo": (host, request) => {
    const wanted = pageSchema.safeParse(argument(request, 0));
    const done = wanted.success && host.navigate(wanted.data.pageId, wanted.data.subPageId ?? "");
    return done ? [null] : [{ errorCode: 404, message: "There is no such page in this app." }];
  },
  "pages.currentApp.navigateToDefaultPage": (host) => {
    host.navigate(undefined, "");
    return [null];
  },
  "settings.getSettings": (host) => [host.config()],
  "settings.setValidityState": () => undefined,
  setFrameContext: () => undefined,
  executeDeepLink: (host, request) => {
    const done = host.follow(text.parse(argument(request, 0)));
    return done ? [true] : [false, "This link cannot be opened."];
  },
  shareDeepLink: (host, request) => {
    host.shareLink(text.parse(argument(request, 0)), text.parse(argument(request, 1)));
    return undefined;
  },
  "chat.openChat": (host, request) => {
    const wanted = chatSchema.safeParse(argument(request, 0));
    host.openChat(wanted.success ? wanted.data.members : []);
    return [true];
  },
};

const dialogs: Record<string, Answerer> = {
  "tasks.startTask": async (host, request) => {
    const task = taskInfoSchema.safeParse(argument(request, 0));
    if (!task.success) {
      return [notSupported];
    }
    const { fault, result } = await host.openDialog(task.data);
    return [fault, result];
  },
  "tasks.updateTask": (host, request) => {
    const task = taskInfoSchema.safeParse(argument(request, 0));
    if (task.success) {
      host.resizeDialog(task.data);
    }
    return undefined;
  },
  "tasks.completeTask": (host, request) => {
    host.completeDialog(argument(request, 0));
    return undefined;
  },
  messageForParent: (host, request) => {
    host.messageDialog("parent", argument(request, 0));
    return undefined;
  },
  messageForChild: (host, request) => {
    host.messageDialog("child", argument(request, 0));
    return undefined;
  },
};

const life: Record<string, Answerer> = {
  initialize: (host) => {
    host.ready("started");
    const { frameContext, hostClientType } = host.context();
    return initializeAnswer(frameContext, hostClientType);
  },
  getContext: (host) => [host.context()],
  registerHandler: (host, request) => {
    host.listen(text.parse(argument(request, 0)));
    return undefined;
  },
  "appInitialization.appLoaded": (host) => {
    host.ready("loaded");
    return undefined;
  },
  "appInitialization.success": (host) => {
    host.ready("loaded");
    return [undefined];
  },
  "appInitialization.failure": (host, request) => {
    host.ready("failed", text.parse(argument(request, 1)));
    return undefined;
  },
  "appInitialization.expectedFailure": (host, request) => {
    host.ready("failed", text.parse(argument(request, 1)));
    return undefined;
  },
  returnFocus: (host) => {
    host.returnFocus();
    return undefined;
  },
  "clipboard.writeToClipboard": async (host, request) => {
    const clip = clipSchema.safeParse(argument(request, 0));
    if (!clip.success || !clip.data.mimeType.startsWith("text/")) {
      return [notSupported];
    }
    await host.copy(decoded(clip.data.content));
    return [null, true];
  },
  /** The request stands in `data`, as text; the answer goes back as text in the second place. */
  "nestedAppAuth.execute": async (host, request) => {
    const asked: unknown = JSON.parse(text.parse(request.data) || "null");
    return [null, await host.nestedAppAuth(asked)];
  },
};

const answerers: Readonly<Record<string, Answerer>> = { ...life, ...pages, ...dialogs };

/** Names that this host does not know get no answer, as in a Teams client older than the page. */
export function answerTo(host: Host, request: FrameRequest): Promise<Answer> | Answer {
  return answerers[request.func]?.(host, request);
}
