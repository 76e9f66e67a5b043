import { useEffect, useState } from 'preact/hooks';
import { inTurn } from './turns';

/** False in the first frame, then true: for what is below what is read first. */
export function useNextTurn(): boolean {
  const [come, setCome] = useState(false);
  useEffect(() => inTurn(() => setCome(true)), []);
  return come;
}
