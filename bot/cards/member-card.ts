import type { MemberId } from "../../src/base/vocabulary.ts";
import { dueInWords, momentInWords } from "../../src/i18n/days.ts";
import type { Message, MessageId } from "../../src/questions/question.ts";
import type { MemberView } from "../../src/questions/views.ts";
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
  textInput,
  writeBox,
} from "./card.ts";
import { cutAtWord, fitting } from "./cut.ts";
import { nameOf, type Scene, topicLabel } from "./scene.ts";
import { withIcon } from "./status-icon.ts";

/** What a member was doing when the card is made again. */
export interface MemberCardWish {
  readonly notice?: string | undefined;
  /** A half-written answer, put back in its box. */
  readonly typed?: string | undefined;
  /** The message that this card is about: a follow-up that just came. */
  readonly about?: MessageId | undefined;
}

/** A question as a member of the network sees it today. */
export function memberCard(scene: Scene, view: MemberView, wish: MemberCardWish = {}): Card {
  const over = overSentence(scene, view);
  if (over !== undefined) return overCard(scene, view, over, wish);
  switch (view.status) {
    case "answered":
      return answeredCard(scene, view, wish);
    case "claimed":
    case "reopened":
      return openCard(scene, view, wish, { title: scene.words.member.mine, holding: true });
    default:
      return openCard(scene, view, wish, { title: scene.words.member.offered, holding: false });
  }
}

/** Why a member has nothing left to do, if so. */
function overSentence(
  { words, ...rest }: Scene,
  { status, assignee, viewer }: MemberView,
): string | undefined {
  if (status === "withdrawn") return words.member.withdrawn;
  if (assignee !== undefined && assignee !== viewer) {
    return words.member.taken(nameOf({ words, ...rest }, assignee));
  }
  return status === "closed" ? words.member.closed : undefined;
}

function overCard(scene: Scene, view: MemberView, sentence: string, { typed }: MemberCardWish): Card {
  const unsent = typed?.trim() ? [line(scene.words.fault.notSent, { bold: true }), quoted(typed)] : [];
  return fitting((limit) =>
    card(scene.language, sentence, [
      heading(withIcon(view.status, sentence)),
      ...(view.status === "closed" ? [] : [line(scene.words.member.nothing)]),
      line(topicLabel(scene, view.topic), { subtle: true }),
      ...(view.status === "closed" && view.assignee === view.viewer ? ownAnswer(scene, view, limit) : []),
      ...unsent,
    ]),
  );
}

function openCard(
  scene: Scene,
  view: MemberView,
  wish: MemberCardWish,
  { title, holding }: { readonly title: string; readonly holding: boolean },
): Card {
  const words = scene.words.member;
  const about = wish.about === undefined ? undefined : view.thread.find(({ id }) => id === wish.about);
  const shown = withIcon(about ? "reopened" : view.status, about ? words.followUp : title);
  const box = { id: "answer", label: words.answerLabel, ...(wish.typed ? { value: wish.typed } : {}) };
  return fitting((limit) =>
    card(
      scene.language,
      shown,
      [
        heading(shown),
        wish.notice === undefined ? undefined : line(wish.notice, { bold: true }),
        ...aboutLines(scene, view),
        ...(about ? [quoted(cutAtWord(about.text, limit))] : threadBlocks(scene, view, limit)),
        holding || wish.typed ? textInput(box) : undefined,
      ],
      [
        ...(holding || wish.typed ? [sendAnswer(scene, view)] : []),
        ...openActions(scene, view, { holding, boxed: holding || Boolean(wish.typed), box }),
        ...(isCut(view, limit) ? [readWhole(scene, view)] : []),
      ],
    ),
  );
}

function aboutLines(scene: Scene, view: MemberView): readonly Element[] {
  const words = scene.words.member;
  const name = view.asker.known ? view.asker.name : words.colleague;
  const when = momentInWords(view.askedAt, scene.now, scene.language);
  const due = words.due(dueInWords(view.expectedBy, scene.now, scene.language));
  return [
    line(topicLabel(scene, view.topic), { bold: true }),
    line(`${words.from(name, when)}. ${due}`, { subtle: true, spacing: "small" }),
  ];
}

function openActions(
  scene: Scene,
  view: MemberView,
  { holding, boxed, box }: { holding: boolean; boxed: boolean; box: { id: string; label: string } },
): readonly Element[] {
  const words = scene.words.member;
  const data = { questionId: view.id };
  const account = view.asker.known ? view.asker.account : undefined;
  return [
    ...(holding ? [] : [press(words.claim, "claim", data, { primary: !boxed, inputs: "auto" })]),
    ...(boxed ? [] : [writeBox(words.answer, box, sendAnswer(scene, view))]),
    ...(view.status === "received" ? [] : [press(words.decline, "decline", data)]),
    ...(view.asker.known && account
      ? [openPage(scene.words.asker.chat(view.asker.name), chatLink(account))]
      : []),
  ];
}

function sendAnswer(scene: Scene, { id: questionId }: MemberView): Element {
  const data = { questionId, messageId: scene.newId() };
  return press(scene.words.member.answerSend, "answer", data, { primary: true, inputs: "auto" });
}

function answeredCard(scene: Scene, view: MemberView, { notice, typed }: MemberCardWish): Card {
  const words = scene.words.member;
  const box = { id: "answer", label: words.answerLabel, ...(typed ? { value: typed } : {}) };
  const title = withIcon("answered", words.answered);
  return fitting((limit) =>
    card(
      scene.language,
      title,
      [
        heading(title),
        notice === undefined ? undefined : line(notice, { bold: true }),
        line(`${topicLabel(scene, view.topic)}: ${excerptOf(view)}`, { subtle: true }),
        ...ownAnswer(scene, view, limit),
      ],
      [
        writeBox(words.more, box, sendAnswer(scene, view)),
        ...(view.asker.known && view.asker.account
          ? [openPage(scene.words.asker.chat(view.asker.name), chatLink(view.asker.account))]
          : []),
        readWhole(scene, view),
      ],
    ),
  );
}

function ownAnswer(scene: Scene, { thread, viewer }: MemberView, limit: number): readonly Element[] {
  const own = thread.findLast(({ author }) => author.by === "member" && author.memberId === viewer);
  if (!own) return [];
  return [line(scene.words.member.answerLabel, { bold: true }), quoted(cutAtWord(own.text, limit))];
}

/** Of a long conversation a card shows the question and this many of the newest messages. */
const newestShown = 4;

/** The question first, then what was written since, oldest first. */
function threadBlocks(scene: Scene, { thread, ...view }: MemberView, limit: number): readonly Element[] {
  const [question, ...later] = thread;
  if (!question) return [];
  const shown = later
    .slice(-newestShown)
    .flatMap((message) => [
      line(wroteBy(scene, view.viewer, message), { bold: true, spacing: "medium" }),
      quoted(cutAtWord(message.text, limit)),
    ]);
  return [quoted(cutAtWord(question.text, limit)), ...shown];
}

export function wroteBy(scene: Scene, viewer: MemberId, { author }: Message): string {
  const words = scene.words.member;
  if (author.by === "asker") return words.wroteAsker;
  return author.memberId === viewer ? words.wroteYou : nameOf(scene, author.memberId);
}

function isCut({ thread }: MemberView, limit: number): boolean {
  return thread.length > newestShown + 1 || thread.some(({ text }) => text.length > limit);
}

function readWhole(scene: Scene, { id: questionId }: MemberView): Element {
  return press(scene.words.mine.whole, "read", { questionId });
}

function excerptOf({ thread }: MemberView): string {
  return cutAtWord((thread[0]?.text ?? "").replaceAll(/\s+/g, " "), 160);
}
