import { useCallback, useEffect, useState } from "react";

export interface Notice {
  readonly text: string;
  readonly link?: string;
}

const lasts = 9_000;

/** One line at the foot of the pane about what a Teams client would have done. */
export function useNotice(): [Notice | undefined, (notice: Notice | undefined) => void] {
  const [notice, setNotice] = useState<Notice>();
  useEffect(() => {
    if (notice === undefined) {
      return undefined;
    }
    const clock = window.setTimeout(() => setNotice(undefined), lasts);
    return () => window.clearTimeout(clock);
  }, [notice]);
  return [notice, useCallback((next: Notice | undefined) => setNotice(next), [])];
}
