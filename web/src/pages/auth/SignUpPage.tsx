import { navigate } from '../../routing/router';
import { pending, signUp } from '../../session/signUp';
import { strings } from '../../strings';
import { Page } from '../../ui/Page';
import { EmailAndPassword, type Credentials } from './EmailAndPassword';

export default function SignUpPage() {
  const words = strings.auth.signUp;
  const send = async (given: Credentials) => {
    await signUp(given.email, given.password);
    pending.value = given;
    navigate('/verify');
  };
  return (
    <Page title={words.title} lead={words.lead} class="auth">
      <EmailAndPassword submit={words.submit} newPassword send={send}>
        <p class="auth-other">{words.have} <a href="/signin">{strings.nav.signIn}</a></p>
      </EmailAndPassword>
    </Page>
  );
}
