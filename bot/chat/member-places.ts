import type { MemberId } from "../../src/base/vocabulary.ts";
import { writePlace } from "../courier-address.ts";
import type { ChatParts } from "./chat-parts.ts";
import type { Turn } from "./turn.ts";

/** Remembers in which chat a member of the network can be reached; of others nothing is kept. */
export function createMemberPlaces({ chats, log }: Pick<ChatParts, "chats" | "log">) {
  const written = new Map<MemberId, string>();

  return async ({ person, personal, place, scene }: Turn): Promise<void> => {
    if (!person || !personal) return;
    const member = scene.content?.actors.find(
      ({ memberId }) => `${memberId}` === `${person.askerId}`,
    )?.memberId;
    if (member === undefined) return;
    const reference = writePlace(place);
    if (written.get(member) === reference) return;
    try {
      await chats.setConversation(member, reference);
      written.set(member, reference);
    } catch (error) {
      log("error", "member-place-not-kept", {}, error);
    }
  };
}
