import { type ReactNode, useId } from "react";

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon: ReactNode;
}

interface Props<V extends string> {
  readonly legend: string;
  readonly options: readonly Option<V>[];
  readonly value: V;
  readonly onPick: (value: V) => void;
}

/** Native radio buttons under the skin: arrow keys, names and states come from the browser. */
export function Segmented<V extends string>({ legend, options, value, onPick }: Props<V>) {
  const name = useId();
  return (
    <fieldset className="segmented">
      <legend className="unseen">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="segmented-option" title={option.label}>
          <input
            type="radio"
            name={name}
            value={option.value}
            aria-label={option.label}
            checked={option.value === value}
            onChange={() => onPick(option.value)}
          />
          <span aria-hidden>
            {option.icon}
            <b>{option.label}</b>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
