import { useEffect, useSyncExternalStore } from "react";
import { useServices } from "../services.ts";
import type { ListState, Published, PublishedList } from "./content-store.ts";

/** A list for a page: asks for it, and follows it. */
export function useList<List extends PublishedList>(list: List): ListState<Published[List]> {
  const { store } = useServices();
  useEffect(() => {
    void store.want(list);
    function lookAgain(): void {
      if (document.visibilityState === "visible") void store.want(list);
    }
    document.addEventListener("visibilitychange", lookAgain);
    return () => document.removeEventListener("visibilitychange", lookAgain);
  }, [store, list]);
  return useSyncExternalStore(store.subscribe, () => store.state(list));
}
