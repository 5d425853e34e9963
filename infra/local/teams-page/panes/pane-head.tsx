import { Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, Select } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons";
import type { Person } from "../api-schema.ts";
import { PersonAvatar } from "../chat/message.tsx";
import { type Locale, locales } from "../view/choices.ts";

const languageNames: Readonly<Record<Locale, string>> = {
  "nl-BE": "Nederlands",
  "fr-BE": "Français",
  "de-BE": "Deutsch",
  "en-GB": "English",
};

interface Props {
  readonly me: Person;
  readonly people: readonly Person[];
  readonly locale: Locale;
  readonly onPerson: (id: string) => void;
  readonly onLocale: (locale: Locale) => void;
}

function roleOf(person: Person): string {
  return [person.jobTitle, person.department].filter((part) => part !== "").join(", ");
}

function PersonSwitch({ me, people, onPerson }: Pick<Props, "me" | "people" | "onPerson">) {
  return (
    <Menu
      checkedValues={{ person: [me.id] }}
      onCheckedValueChange={(_, data) => onPerson(data.checkedItems[0] ?? me.id)}
    >
      <MenuTrigger disableButtonEnhancement>
        <button type="button" className="pane-person">
          <PersonAvatar person={me} size={32} />
          <span className="pane-who">
            <span className="pane-name">
              {me.name}
              <ChevronDownRegular />
            </span>
            <span className="pane-role">{roleOf(me)}</span>
          </span>
          <span className="unseen">, switch person</span>
        </button>
      </MenuTrigger>
      <MenuPopover className="person-menu">
        <MenuList>
          {people.map((person) => (
            <MenuItemRadio
              key={person.id}
              name="person"
              value={person.id}
              className="person-item"
              icon={<PersonAvatar person={person} size={28} />}
              subText={roleOf(person)}
            >
              {person.name}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

export function PaneHead({ me, people, locale, onPerson, onLocale }: Props) {
  return (
    <header className="pane-head">
      <PersonSwitch me={me} people={people} onPerson={onPerson} />
      <Select
        size="small"
        className="pane-locale"
        aria-label={`Language of ${me.name}`}
        value={locale}
        onChange={(_, data) => {
          const picked = locales.find((one) => one === data.value);
          if (picked !== undefined) {
            onLocale(picked);
          }
        }}
      >
        {locales.map((one) => (
          <option key={one} value={one}>
            {languageNames[one]}
          </option>
        ))}
      </Select>
    </header>
  );
}
