import { useEffect, useRef, useState } from 'preact/hooks';
import { config } from '../../config';
import { errorText } from '../../errorText';
import { inboxAddress } from '../../inbox';
import { notify } from '../../notices/notices';
import { navigate } from '../../routing/router';
import { signIn } from '../../session/session';
import { pending, resendCode, verify } from '../../session/signUp';
import { strings } from '../../strings';
import { Field } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import './auth.css';

/** How long before another code can be asked for, in seconds. */
const resendAfter = 30;

export default function VerifyPage() {
  const words = strings.auth.verify;
  const known = pending.value;
  const [email, setEmail] = useState(known?.email ?? '');
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const inbox = inboxAddress(email.trim());

  const confirm = async (digits: string) => {
    if (sending.current) return;
    if (digits.length !== 6) return setWrong(strings.auth.codeWrong);
    sending.current = true;
    setBusy(true);
    setWrong(undefined);
    try {
      await verify(email.trim(), digits);
      if (known && known.email === email.trim()) {
        await signIn(known.email, known.password, known.staySignedIn);
        pending.value = null;
        navigate('/start', { replace: true });
      } else {
        notify(words.done);
        navigate('/signin', { replace: true });
      }
    } catch (error) {
      setWrong(errorText(error));
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };

  // A code comes as "123 456", too, by paste; the sixth digit confirms.
  const onCode = (text: string) => {
    const digits = text.replace(/\D/g, '').slice(0, 6);
    setCode(digits);
    setWrong(undefined);
    if (digits.length === 6 && digits !== code && email !== '') void confirm(digits);
  };

  return (
    <Page title={words.title} lead={known ? words.lead(known.email) : words.leadOpen} class="auth">
      <form class="auth-form" noValidate onSubmit={event => { event.preventDefault(); void confirm(code); }}>
        {!known && <Field label={strings.auth.email} type="email" name="email" autocomplete="username" value={email} onInput={event => setEmail(event.currentTarget.value)} />}
        <div class="code-field">
          <Field
            label={words.code} name="code" inputMode="numeric" autocomplete="one-time-code" value={code} error={wrong}
            onInput={event => { onCode(event.currentTarget.value); event.currentTarget.value = event.currentTarget.value.replace(/\D/g, '').slice(0, 6); }}
          />
        </div>
        <button type="submit" class="button button-main button-wide" aria-disabled={busy} aria-busy={busy}>{words.submit}</button>
        {config.inbox && (
          <p class="auth-inbox">
            {inbox && <a class="button button-wide" href={inbox} target="_blank" rel="noopener noreferrer"><Icon name="mail" />{words.inbox}</a>}
            <small>{inbox ? words.inboxHint : words.inboxElsewhere}</small>
          </p>
        )}
        <Resend email={email.trim()} />
      </form>
    </Page>
  );
}


function Resend({ email }: { readonly email: string }) {
  const words = strings.auth.verify;
  const [left, setLeft] = useState(resendAfter);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  const resend = async () => {
    if (left > 0 || email === '') return;
    setLeft(resendAfter);
    try {
      await resendCode(email);
      notify(words.resent);
    } catch (error) {
      notify(errorText(error), { tone: 'bad' });
    }
  };
  return <button type="button" class="link-button" aria-disabled={left > 0} onClick={() => void resend()}>{left > 0 ? words.again(left) : words.resend}</button>;
}
