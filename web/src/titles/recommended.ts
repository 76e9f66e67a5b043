import type { Recommendation } from '../api/types';
import { fromListItem, type Title, type TitleKey } from './title';

/** Title with the reason for its recommendation. */
export interface Recommended {
  readonly title: Title;
  /** The reason, one sentence. */
  readonly why: string;
  readonly reasons: Recommendation['reasons'];
  /** 0 to 100. */
  readonly score: number;
}

/** Recommendations seen in this session, so that a title's page shows the same reason as the list. */
const seen = new Map<TitleKey, Recommended>();

export function fromRecommendation(item: Recommendation): Recommended {
  return { title: fromListItem(item), why: item.recommendationReason, reasons: item.reasons, score: item.score };
}

export function remember(recommended: readonly Recommended[]): void {
  for (const one of recommended) seen.set(one.title.key, one);
}

export const recall = (key: TitleKey): Recommended | undefined => seen.get(key);

export const forgetRecommended = (): void => seen.clear();
