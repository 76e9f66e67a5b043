import { client, onSessionEnd } from '../session/session';
import { forgetRecommended, fromRecommendation, remember, type Recommended } from '../titles/recommended';
import type { TitleKey } from '../titles/title';
import type { Kind, Recommendations } from './types';

export interface RecommendedList {
  readonly items: readonly Recommended[];
  readonly personal: boolean;
}

onSessionEnd(forgetRecommended);

async function read(query: Record<string, string | number | undefined>, signal?: AbortSignal): Promise<RecommendedList> {
  const response = await client.own<Recommendations>('GET', '/recommendations', { query, ...(signal ? { signal } : {}) });
  const items = response.items.map(fromRecommendation);
  return { items, personal: response.source === 'personalized' };
}

export async function readForYou(kind: Kind | 'both', signal?: AbortSignal): Promise<RecommendedList> {
  const list = await read({ mediaType: kind, limit: 30 }, signal);
  remember(list.items);
  return list;
}

export const readSimilar = (key: TitleKey, signal?: AbortSignal): Promise<RecommendedList> => read({ similarTo: key, limit: 18 }, signal);
