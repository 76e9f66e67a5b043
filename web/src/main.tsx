import './style/type.css';
import './style/base.css';
import './style/controls.css';
import './style/layout.css';
import { render } from 'preact';
import { configured } from './config';
import { keepInboxToken } from './inbox';
import { startRouter } from './routing/router';
import { App } from './shell/App';
import { CannotStart } from './shell/CannotStart';
import { startTheme } from './theme/theme';

const root = document.getElementById('app') as HTMLElement;
startTheme();
keepInboxToken();
startRouter();
render(<App />, root);
configured().catch(() => render(<CannotStart />, root));
if (import.meta.env.PROD) addEventListener('load', () => void import('./worker/register').then(({ register }) => register()));
