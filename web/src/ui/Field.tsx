import type { ComponentChildren, TargetedInputEvent } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onInput: (event: TargetedInputEvent<HTMLInputElement>) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly type?: 'text' | 'email' | 'password';
  readonly name?: string;
  readonly autocomplete?: 'username' | 'current-password' | 'new-password' | 'one-time-code' | 'off';
  readonly inputMode?: 'email' | 'numeric';
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Beside the field, as a button that shows what is typed. */
  readonly aside?: ComponentChildren;
}

/** A field with its name, its hint and what is wrong with it. */
export function Field({ label, hint, error, aside, type = 'text', ...input }: Props) {
  const id = useId();
  const about = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-row">
        <input {...input} {...({ type } as { type: 'text' })} id={id} {...(error ? { 'aria-invalid': true } : {})} {...(about ? { 'aria-describedby': about } : {})} />
        {aside}
      </div>
      {error && <p class="field-error" id={`${id}-error`}>{error}</p>}
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
    </div>
  );
}
