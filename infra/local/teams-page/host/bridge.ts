import { type FrameRequest, requestSchema } from "./protocol.ts";

/** Undefined where teams-js waits for no answer. */
export type Answer = readonly unknown[] | undefined;

/** One frame with a page of the app in it. */
export interface Guest {
  readonly frame: HTMLIFrameElement;
  /** Only this origin is heard and spoken to: a frame that wandered off is a stranger. */
  readonly origin: string;
  readonly answer: (request: FrameRequest) => Promise<Answer> | Answer;
}

const guests = new Set<Guest>();

function post(guest: Guest, message: unknown): void {
  guest.frame.contentWindow?.postMessage(message, guest.origin);
}

/** Events of the host carry no id: `themeChange`, `contextChange`, `messageForChild`. */
export function tell(guest: Guest, func: string, args: readonly unknown[]): void {
  post(guest, { func, args });
}

async function receive(event: MessageEvent<unknown>): Promise<void> {
  const guest = [...guests].find((one) => one.frame.contentWindow === event.source);
  if (guest === undefined || event.origin !== guest.origin) {
    return;
  }
  const request = requestSchema.safeParse(event.data);
  if (!request.success) {
    return;
  }
  const { id, uuidAsString } = request.data;
  const args = await guest.answer(request.data);
  if (args !== undefined) {
    post(guest, { id, uuidAsString, args });
  }
}

const listen = (event: MessageEvent<unknown>): void => void receive(event);

/** The sender's window tells which person's frame speaks, so two panes never mix. */
export function connect(guest: Guest): () => void {
  if (guests.size === 0) {
    window.addEventListener("message", listen);
  }
  guests.add(guest);
  return () => {
    guests.delete(guest);
    if (guests.size === 0) {
      window.removeEventListener("message", listen);
    }
  };
}
