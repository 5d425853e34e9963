import { FluentProvider, Spinner } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { ApiFault, readPeople, readSettings } from "./api.ts";
import type { Person, Settings } from "./api-schema.ts";
import { Pane } from "./panes/pane.tsx";
import { type Choices, findPerson, type PaneChoices, type Side } from "./view/choices.ts";
import { Header } from "./view/header.tsx";
import { themes } from "./view/themes.ts";
import { useChoices, useMedia } from "./view/use-choices.ts";

interface World {
  readonly people: readonly Person[];
  readonly settings: Settings;
}

const retryAfter = 2_000;

/** Asks until the stand-in answers: the page may be open before `npm start` is ready. */
function useWorld(): { world: World | undefined; fault: string | undefined } {
  const [world, setWorld] = useState<World>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    let clock = 0;
    let alive = true;
    const ask = async () => {
      try {
        const [people, settings] = await Promise.all([readPeople(), readSettings()]);
        if (alive) {
          setWorld({ people, settings });
        }
      } catch (cause) {
        setFault(cause instanceof ApiFault ? cause.message : String(cause));
        clock = window.setTimeout(() => void ask(), retryAfter);
      }
    };
    void ask();
    return () => {
      alive = false;
      window.clearTimeout(clock);
    };
  }, []);
  return { world, fault };
}

function Waiting({ fault }: { fault: string | undefined }) {
  return (
    <div className="waiting" role="status">
      <Spinner label="Waiting for the stand-in" />
      {fault === undefined ? null : <p>{fault}</p>}
    </div>
  );
}

interface PanesProps {
  readonly world: World;
  readonly choices: Choices;
  readonly layout: "one" | "two";
  readonly phone: boolean;
  readonly onChange: (side: Side, change: Partial<PaneChoices>) => void;
}

function Panes({ world, choices, layout, phone, onChange }: PanesProps) {
  const shown: readonly Side[] = layout === "one" ? ["left"] : ["left", "right"];
  return (
    <main className={`panes panes-${layout}`}>
      {shown.map((side, place) => {
        const me = findPerson(world.people, choices[side].person) ?? world.people[place];
        return me === undefined ? null : (
          <Pane
            key={side}
            side={side}
            me={me}
            people={world.people}
            settings={world.settings}
            choices={choices[side]}
            theme={choices.theme}
            phone={phone}
            onChange={(change) => onChange(side, change)}
          />
        );
      })}
    </main>
  );
}

export function App() {
  const [choices, change] = useChoices();
  const { world, fault } = useWorld();
  const wide = useMedia("(min-width: 1000px)");
  const narrow = useMedia("(max-width: 600px)");
  const layout = choices.layout ?? (wide ? "two" : "one");
  const changePane = (side: Side, part: Partial<PaneChoices>) =>
    change((now) => ({ ...now, [side]: { ...now[side], ...part } }));
  // The provider's own class also reaches the menus it opens elsewhere, so the layout has an element of its own.
  return (
    <FluentProvider theme={themes[choices.theme]}>
      <div className="app" data-theme={choices.theme}>
        <Header
          choices={choices}
          layout={layout}
          compact={!wide}
          siteName={world?.settings.siteName ?? ""}
          onChange={change}
        />
        {world === undefined ? (
          <Waiting fault={fault} />
        ) : (
          <Panes
            world={world}
            choices={choices}
            layout={layout}
            phone={narrow || choices.width === "phone"}
            onChange={changePane}
          />
        )}
      </div>
    </FluentProvider>
  );
}
