import { keyOf, type Title } from '../src/titles/title';

export function aTitle(given: Partial<Omit<Title, 'key'>>): Title {
  const whole = {
    id: '603', kind: 'movie' as const, name: 'The Matrix', date: '1999-03-31', genres: [28, 878], poster: null, backdrop: null, overview: null, vote: 8.2,
    votes: null, popularity: null, language: 'en', originalName: null, ...given,
  };
  return { ...whole, key: keyOf(whole.kind, whole.id) };
}
