import { type RefObject, useEffect, useState } from "react";
import type { MemberId } from "../../src/base/vocabulary.ts";
import type { Actor } from "../../src/content/model.ts";
import { type Presence, pictureOf, presencesOf } from "../graph/colleagues.ts";
import { useServices } from "../services.ts";

const presenceEvery = 60_000;

/** Who is there now; comes after the list, and is refreshed while one looks. */
export function usePresences(actors: readonly Actor[]): ReadonlyMap<string, Presence> {
  const { session } = useServices();
  const [presences, setPresences] = useState<ReadonlyMap<string, Presence>>(new Map());
  useEffect(() => {
    const people = actors.map((actor) => actor.memberId).filter((id) => id !== undefined);
    let gone = false;
    async function ask(): Promise<void> {
      if (document.visibilityState !== "visible") return;
      try {
        const found = await presencesOf(session, people);
        if (!gone) setPresences(found);
      } catch {
        // Presence is an extra: without it the directory is whole, only less lively.
        if (!gone) setPresences(new Map());
      }
    }
    void ask();
    const timer = setInterval(() => void ask(), presenceEvery);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [session, actors]);
  return presences;
}

/** The photo, fetched when the card comes into view. */
export function usePicture(
  card: RefObject<HTMLElement | null>,
  person: MemberId | undefined,
): string | undefined {
  const { session } = useServices();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (person === undefined || card.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        void pictureOf(session, person).then(setAddress);
      },
      { rootMargin: "200px" },
    );
    observer.observe(card.current);
    return () => observer.disconnect();
  }, [session, card, person]);
  return address;
}
