interface Option {
  readonly value: string;
  readonly label: string;
}

export const optionsOf = (names: Readonly<Record<string, string>>): Option[] => Object.entries(names).map(([value, label]) => ({ value, label }));

interface ManyProps {
  readonly legend: string;
  readonly hint?: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string, on: boolean) => void;
}

/** Any number out of a few. */
export function Many({ legend, hint, options, chosen, onToggle }: ManyProps) {
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      <div class="chips">
        {options.map(({ value, label }) => (
          <label key={value} class="chip">
            <input type="checkbox" checked={chosen.includes(value)} onChange={event => onToggle(value, event.currentTarget.checked)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface OneProps {
  readonly legend: string;
  readonly hint?: string;
  readonly name: string;
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
  /** The legend is there for those who listen. */
  readonly quiet?: boolean;
}

/** One out of a few. */
export function One({ legend, hint, name, options, chosen, onChoose, quiet = false }: OneProps) {
  return (
    <fieldset class="choices">
      <legend class={quiet ? 'quiet' : undefined}>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      <div class="chips">
        {options.map(({ value, label }) => (
          <label key={value} class="chip">
            <input type="radio" name={name} value={value} checked={chosen === value} onChange={() => onChoose(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
