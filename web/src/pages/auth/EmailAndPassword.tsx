import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ApiError } from '../../api/apiError';
import { errorText } from '../../errorText';
import { strings } from '../../strings';
import { Field } from '../../ui/Field';
import './auth.css';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly staySignedIn: boolean;
}

interface Props {
  readonly submit: string;
  readonly newPassword: boolean;
  readonly email?: string;
  readonly send: (given: Credentials) => Promise<void>;
  readonly children?: ComponentChildren;
}

/** The form of both ways in. What is wrong is said at its field, and the first such field has the focus. */
export function EmailAndPassword({ submit, newPassword, email: known = '', send, children }: Props) {
  const words = strings.auth;
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [stay, setStay] = useState(false);
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ email?: string; password?: string; form?: string }>({});

  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const found = {
      ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? {} : { email: words.emailWrong }),
      ...(password === '' ? { password: words.passwordMissing } : {}),
    };
    setWrong(found);
    if (Object.keys(found).length > 0) return focusWrong(form);
    setBusy(true);
    try {
      await send({ email: email.trim().normalize('NFC'), password, staySignedIn: stay });
    } catch (error) {
      setWrong(byField(error));
      focusWrong(form);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form class="auth-form" onSubmit={event => void onSubmit(event)} noValidate>
      {wrong.form && <p class="form-error" role="alert">{wrong.form}</p>}
      <Field label={words.email} type="email" name="email" autocomplete="username" inputMode="email" required value={email} error={wrong.email} onInput={event => setEmail(event.currentTarget.value)} />
      <Field
        label={words.password} type={shown ? 'text' : 'password'} name="password" autocomplete={newPassword ? 'new-password' : 'current-password'} required
        value={password} error={wrong.password} hint={newPassword ? words.passwordHint : undefined} onInput={event => setPassword(event.currentTarget.value)}
        aside={<button type="button" class="field-aside" aria-pressed={shown} aria-label={words.show} onClick={() => setShown(!shown)}>{shown ? words.hideShort : words.showShort}</button>}
      />
      <label class="check">
        <input type="checkbox" checked={stay} onChange={event => setStay(event.currentTarget.checked)} />
        <span>{words.stay}<small>{words.stayHint}</small></span>
      </label>
      <button type="submit" class="button button-main button-wide" aria-disabled={busy} aria-busy={busy}>{submit}</button>
      {children}
    </form>
  );
}

/** Assigns an error of the service to the field that it is about. */
function byField(error: unknown): { email?: string; password?: string; form?: string } {
  if (error instanceof ApiError && error.code === 'InvalidPasswordException') return { password: error.message };
  if (error instanceof ApiError && error.code === 'UsernameExistsException') return { email: errorText(error) };
  if (error instanceof ApiError && error.code === 'ValidationFailed') {
    const { email, password } = error.details;
    if (email || password) return { ...(email ? { email } : {}), ...(password ? { password } : {}) };
  }
  return { form: errorText(error) };
}

const focusWrong = (form: HTMLFormElement) =>
  // Two queries: one query for either would always find the email, which comes first in the form.
  requestAnimationFrame(() => (form.querySelector<HTMLElement>('[aria-invalid]') ?? form.querySelector('input'))?.focus());
