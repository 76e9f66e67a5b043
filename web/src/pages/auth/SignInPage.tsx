import { useEffect } from 'preact/hooks';
import { ApiError } from '../../api/apiError';
import { navigate, query } from '../../routing/router';
import { safeNext } from '../../routing/routes';
import { sessionLost, signedIn, signIn } from '../../session/session';
import { pending, resendCode } from '../../session/signUp';
import { strings } from '../../strings';
import { Page } from '../../ui/Page';
import { EmailAndPassword, type Credentials } from './EmailAndPassword';

export default function SignInPage() {
  const words = strings.auth.signIn;
  const next = safeNext(query.value.get('next'));
  useEffect(() => {
    if (signedIn.value) navigate(next, { replace: true });
  }, [signedIn.value]);
  const send = async (given: Credentials) => {
    try {
      await signIn(given.email, given.password, given.staySignedIn);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'UserNotConfirmedException') throw error;
      pending.value = given;
      await resendCode(given.email);
      navigate('/verify');
    }
  };
  return (
    <Page title={words.title} lead={sessionLost.value ? strings.notices.sessionLost : next === '/' ? words.lead : words.next} class="auth">
      <EmailAndPassword submit={words.submit} newPassword={false} email={pending.value?.email ?? ''} send={send}>
        <p class="auth-other">{words.none} <a href="/signup">{strings.auth.signUp.title}</a></p>
      </EmailAndPassword>
    </Page>
  );
}
