import { useEffect, useRef } from 'preact/hooks';
import { strings } from '../strings';
import { Icon } from '../ui/Icon';
import { dismiss, notices, type Notice } from './notices';

/** How long a notice stays, in milliseconds; one that offers something stays longer. */
const shown = { plain: 6_000, offering: 10_000 };

export function Notices() {
  return (
    <div class="notices" role="status" aria-label={strings.notices.region}>
      {notices.value.map(notice => <One key={notice.id} notice={notice} />)}
    </div>
  );
}

function One({ notice }: { readonly notice: Notice }) {
  const held = useRef(false);
  useEffect(() => {
    if (notice.stays) return;
    let left = notice.action ? shown.offering : shown.plain;
    // The time does not run while the pointer is over the notice or the focus is in it.
    const timer = setInterval(() => {
      if (!held.current) left -= 500;
      if (left <= 0) dismiss(notice.id);
    }, 500);
    return () => clearInterval(timer);
  }, [notice.id]);
  const hold = (on: boolean) => () => (held.current = on);
  return (
    <div class={`notice notice-${notice.tone}`} onMouseEnter={hold(true)} onMouseLeave={hold(false)} onFocusCapture={hold(true)} onBlurCapture={hold(false)}>
      <p>{notice.text}</p>
      {notice.action && (
        <button type="button" class="notice-action" onClick={() => { notice.action?.run(); dismiss(notice.id); }}>{notice.action.label}</button>
      )}
      <button type="button" class="icon-button" aria-label={strings.notices.dismiss} onClick={() => dismiss(notice.id)}><Icon name="close" /></button>
    </div>
  );
}
