import type { ListName } from '../api/types';
import { isAbort } from '../api/apiError';
import { errorText } from '../errorText';
import { dismiss, notify } from '../notices/notices';
import { dismissTitle, undismissTitle } from '../preferences/preferences';
import { email } from '../session/session';
import { strings } from '../strings';
import type { Title } from '../titles/title';
import { lists } from './lists';

/** Tells of a failure, unless the session ended meanwhile, which is told of by itself. */
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

/** Takes it off, and offers to put it back where it was. */
export function removeFrom(name: ListName, title: Title): void {
  const list = lists[name];
  const addedAt = list.entry(title.key)?.addedAt;
  sayingDone(strings.notices.removed[name](title.name), () => list.add(title, addedAt), list.remove(title.key));
}

/** Sends a title away for good, or until it is undone. */
export function sendAway(title: Title): void {
  sayingDone(strings.notices.dismissed(title.name), () => undismissTitle(title.key), dismissTitle(title.key));
}

/** Tells of a change at once, with the way back; if the change fails, the failure takes that notice's place. */
function sayingDone(text: string, undo: () => Promise<unknown>, work: Promise<unknown>): void {
  const notice = notify(text, { action: { label: strings.notices.undo, run: () => void saying(undo()) } });
  void saying(work).then(done => done || dismiss(notice));
}
