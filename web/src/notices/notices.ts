import { signal } from '@preact/signals';

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'bad';
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Stays until it is dismissed. */
  readonly stays: boolean;
}

export const notices = signal<readonly Notice[]>([]);

let last = 0;

/** Shows a notice over the page; at most three are shown at a time. */
export function notify(text: string, more: Partial<Pick<Notice, 'tone' | 'stays'>> & Pick<Notice, 'action'> = {}): number {
  const notice: Notice = { id: ++last, text, tone: 'plain', stays: false, ...more };
  notices.value = [...notices.value.filter(other => other.text !== text), notice].slice(-3);
  return notice.id;
}

export function dismiss(id: number): void {
  notices.value = notices.value.filter(notice => notice.id !== id);
}
