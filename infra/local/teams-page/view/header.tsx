import { Button, Popover, PopoverSurface, PopoverTrigger } from "@fluentui/react-components";
import {
  ArrowResetRegular,
  CircleHalfFillRegular,
  DesktopRegular,
  OptionsRegular,
  PeopleRegular,
  PersonRegular,
  PhoneRegular,
  WeatherMoonRegular,
  WeatherSunnyRegular,
} from "@fluentui/react-icons";
import { type Choices, defaultChoices } from "./choices.ts";
import { Segmented } from "./segmented.tsx";

interface Props {
  readonly choices: Choices;
  readonly layout: "one" | "two";
  readonly compact: boolean;
  readonly siteName: string;
  readonly onChange: (change: (now: Choices) => Choices) => void;
}

function Controls({ choices, layout, onChange }: Props) {
  return (
    <div className="controls">
      <Segmented
        legend="Layout"
        value={layout}
        onPick={(picked) => onChange((now) => ({ ...now, layout: picked }))}
        options={[
          { value: "one", label: "One person", icon: <PersonRegular /> },
          { value: "two", label: "Two people", icon: <PeopleRegular /> },
        ]}
      />
      <Segmented
        legend="Width"
        value={choices.width}
        onPick={(picked) => onChange((now) => ({ ...now, width: picked }))}
        options={[
          { value: "desktop", label: "Desktop", icon: <DesktopRegular /> },
          { value: "phone", label: "Phone", icon: <PhoneRegular /> },
        ]}
      />
      <Segmented
        legend="Theme"
        value={choices.theme}
        onPick={(picked) => onChange((now) => ({ ...now, theme: picked }))}
        options={[
          { value: "default", label: "Light", icon: <WeatherSunnyRegular /> },
          { value: "dark", label: "Dark", icon: <WeatherMoonRegular /> },
          { value: "contrast", label: "High contrast", icon: <CircleHalfFillRegular /> },
        ]}
      />
      <Button
        appearance="subtle"
        size="small"
        icon={<ArrowResetRegular />}
        onClick={() => onChange(() => defaultChoices)}
      >
        Reset
      </Button>
    </div>
  );
}

function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="7" />
      <circle cx="9" cy="10" r="3.2" fill="currentColor" />
      <circle cx="15.5" cy="14.5" r="3.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}

export function Header(props: Props) {
  return (
    <header className="head">
      <div className="brand">
        <Mark />
        <h1>Proeftuin</h1>
        <p>
          {props.siteName}
          <span className="brand-more"> · a local stand-in for Teams</span>
        </p>
      </div>
      {props.compact ? (
        <Popover positioning="below-end" trapFocus>
          <PopoverTrigger disableButtonEnhancement>
            <Button appearance="subtle" icon={<OptionsRegular />}>
              View
            </Button>
          </PopoverTrigger>
          <PopoverSurface aria-label="View" className="controls-popover">
            <Controls {...props} />
          </PopoverSurface>
        </Popover>
      ) : (
        <Controls {...props} />
      )}
    </header>
  );
}
