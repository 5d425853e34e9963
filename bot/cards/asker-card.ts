import { dueInWords } from "../../src/i18n/days.ts";
import { after } from "../../src/questions/life.ts";
import type { Message, MessageId } from "../../src/questions/question.ts";
import type { AskerView } from "../../src/questions/views.ts";
import {
  type Card,
  card,
  chatLink,
  type Element,
  heading,
  line,
  openPage,
  press,
  quoted,
  writeBox,
} from "./card.ts";
import { cutAtWord, fitting } from "./cut.ts";
import { actorOf, firstNameOf, nameAndRoleOf, nameOf, type Scene, topicLabel } from "./scene.ts";
import { withIcon } from "./status-icon.ts";

/** What the receipt becomes when an answer comes: the answer itself, and what one can do with it, stand below. */
export function answeredReceipt(scene: Scene, view: AskerView): Card {
  const title = withIcon(view.status, askerSentence(scene, view));
  return card(scene.language, title, [
    heading(title),
    line(`${scene.words.asker.youAsked} ${excerptOf(view)}`, { subtle: true }),
    line(scene.words.asker.answerBelow, { subtle: true }),
  ]);
}

/** A question as its asker sees it today: the receipt, and what became of it. */
export function askerCard(
  scene: Scene,
  view: AskerView,
  { notice, unsent }: { readonly notice?: string; readonly unsent?: string | undefined } = {},
): Card {
  const title = withIcon(view.status, askerSentence(scene, view));
  return fitting((limit) =>
    card(
      scene.language,
      title,
      [
        notice === undefined ? undefined : line(notice, { bold: true }),
        heading(title),
        ...nextLine(scene, view),
        ...promiseLines(scene, view),
        line(`${scene.words.asker.youAsked} ${excerptOf(view)}`, { subtle: true }),
        ...lastAnswer(scene, view, limit),
        ...(unsent?.trim()
          ? [line(scene.words.fault.notSent, { bold: true }), quoted(cutAtWord(unsent, limit))]
          : []),
      ],
      [
        ...askerActions(scene, view),
        ...(isCut(view, limit) ? [readWhole(scene, view, view.thread[0]?.id)] : []),
      ],
    ),
  );
}

/** Whether the card shows less than the conversation holds. */
function isCut({ thread }: AskerView, limit: number): boolean {
  return (
    thread.length > 2 || thread.some(({ text }, index) => text.length > (index === 0 ? excerptLength : limit))
  );
}

/** An answer as it arrives: all of it, and what the asker can do next. */
export function answerCard(scene: Scene, view: AskerView, messageId: MessageId): Card {
  const message = view.thread.find(({ id }) => id === messageId);
  if (!message) return askerCard(scene, view);
  const author = message.author.by === "member" ? message.author.memberId : undefined;
  const title = withIcon("answered", scene.words.asker.answerOf(nameOf(scene, author)));
  return fitting((limit) =>
    card(
      scene.language,
      title,
      [
        heading(title),
        line(`${scene.words.asker.youAsked} ${excerptOf(view)}`, { subtle: true }),
        quoted(cutAtWord(message.text, limit)),
      ],
      [
        ...(message.text.length > limit ? [readWhole(scene, view, messageId)] : []),
        ...askerActions(scene, view),
      ],
    ),
  );
}

/** What the status means to whoever asked. */
export function askerSentence(scene: Scene, { status, readers }: AskerView): string {
  const words = scene.words.asker;
  const reader = readers[0];
  switch (status) {
    case "received":
      return words.received;
    case "routed":
      return words.routed(nameAndRoleOf(scene, reader));
    case "claimed":
      return words.claimed(nameOf(scene, reader));
    case "answered":
      return words.answered(nameOf(scene, reader));
    case "reopened":
      return words.reopened(nameOf(scene, reader));
    case "closed":
      return words.closed;
    case "withdrawn":
      return words.withdrawn;
  }
}

/** What goes on, or what can still be done. */
function nextLine({ words }: Scene, { status }: AskerView): readonly Element[] {
  const { receivedNext, closedNext, withdrawnNext } = words.asker;
  if (status === "received") return [line(receivedNext)];
  if (status === "closed") return [line(closedNext)];
  return status === "withdrawn" ? [line(withdrawnNext)] : [];
}

/** When to expect an answer, and who knows what: only while it still matters. */
function promiseLines(scene: Scene, view: AskerView): readonly Element[] {
  if (view.status === "closed" || view.status === "withdrawn") return [];
  const { expectedBy, mode, readers } = view;
  const expected = scene.words.asker.expected(dueInWords(expectedBy, scene.now, scene.language));
  const name = firstNameOf(scene, readers[0]);
  const promise = mode === "anonymous" ? scene.words.mode.anonymous : scene.words.mode[mode](name);
  // A promise of a day that has gone by would be a lie.
  const inTime = view.status !== "answered" && scene.now <= expectedBy;
  return [...(inTime ? [line(expected)] : []), line(`${topicLabel(scene, view.topic)}. ${promise}`)];
}

/** Enough to know which question it was. */
const excerptLength = 160;

function excerptOf({ thread }: AskerView): string {
  return cutAtWord((thread[0]?.text ?? "").replaceAll(/\s+/g, " "), excerptLength);
}

function lastAnswer(scene: Scene, view: AskerView, limit: number): readonly Element[] {
  const answer = view.thread.findLast(({ author }) => author.by === "member");
  if (!answer || view.status === "withdrawn") return [];
  return [
    line(scene.words.asker.answerOf(nameOf(scene, authorOf(answer))), { bold: true, spacing: "medium" }),
    quoted(cutAtWord(answer.text, limit)),
  ];
}

function authorOf({ author }: Message) {
  return author.by === "member" ? author.memberId : undefined;
}

/** Only what works now: the same table that the desk goes by. */
function askerActions(scene: Scene, view: AskerView): readonly Element[] {
  const words = scene.words.asker;
  const { id: questionId, ticket, status } = view;
  const data = { questionId, ticket };
  const can = (step: "follow-up" | "close" | "withdraw") => after(status, step) !== undefined;
  // An answered question is closed, not taken back; one without an answer the other way round.
  const wasAnswered = view.thread.some(({ author }) => author.by === "member");
  const sendBox = press(
    words.followUpSend,
    "follow-up",
    { ...data, messageId: scene.newId() },
    { primary: true, inputs: "auto" },
  );
  const account = view.mode === "named" ? actorOf(scene, view.readers[0])?.account : undefined;
  return [
    ...(can("follow-up")
      ? [writeBox(words.followUp, { id: "text", label: words.followUpLabel }, sendBox)]
      : []),
    ...(can("close") && wasAnswered ? [press(words.close, "close", data)] : []),
    ...(can("withdraw") && !wasAnswered ? [press(words.withdraw, "withdraw", data)] : []),
    ...(account && status !== "withdrawn"
      ? [openPage(words.chat(firstNameOf(scene, view.readers[0])), chatLink(account))]
      : []),
    ...(status === "withdrawn" || status === "closed"
      ? [press(scene.words.mine.back, "my-questions", {})]
      : []),
  ];
}

function readWhole(
  scene: Scene,
  { id: questionId, ticket }: AskerView,
  messageId: MessageId | undefined,
): Element {
  return press(scene.words.mine.whole, "read", { questionId, ticket, messageId });
}
