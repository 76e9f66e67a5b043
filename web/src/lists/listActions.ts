import type { ListName } from '../api/types';
import { isAbort } from '../api/apiError';
import { errorText } from '../errorText';
import { dismiss, notify } from '../notices/notices';
import { dismissTitle, undismissTitle } from '../preferences/preferences';
import { email } from '../session/session';
import { strings } from '../strings';
import type { Title } from '../titles/title';
import { lists } from './lists';

/** Shows a notice if the work fails, unless the session ended meanwhile, which has a notice of its own. */
export async function saying(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (!isAbort(error) && email.value !== null) notify(strings.notices.notSaved(errorText(error)), { tone: 'bad' });
    return false;
  }
}

export function toggle(name: ListName, title: Title): void {
  if (lists[name].has(title.key)) removeFrom(name, title);
  else void saying(lists[name].add(title));
}

/** Removes a title from the list, and offers to restore it at its place. */
export function removeFrom(name: ListName, title: Title): void {
  const list = lists[name];
  const addedAt = list.entry(title.key)?.addedAt;
  sayingDone(strings.notices.removed[name](title.name), () => list.add(title, addedAt), list.remove(title.key));
}

/** Dismisses a title until the user undoes it. */
export function sendAway(title: Title): void {
  sayingDone(strings.notices.dismissed(title.name), () => undismissTitle(title.key), dismissTitle(title.key));
}

/** Shows a notice of the change at once, with an undo button. If the change fails, the notice of the failure replaces it. */
function sayingDone(text: string, undo: () => Promise<unknown>, work: Promise<unknown>): void {
  const notice = notify(text, { action: { label: strings.notices.undo, run: () => void saying(undo()) } });
  void saying(work).then(done => done || dismiss(notice));
}
