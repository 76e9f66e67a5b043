import { useEffect, useState } from 'preact/hooks';
import { inTurn } from './turns';

/** Returns false in the first frame, then true: for content below the part that is read first. */
export function useNextTurn(): boolean {
  const [come, setCome] = useState(false);
  useEffect(() => inTurn(() => setCome(true)), []);
  return come;
}
