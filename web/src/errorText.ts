import { ApiError } from './api/apiError';
import { strings } from './strings';

/** What to tell a person of a failure: our words for what we know, else the service's. */
export function errorText(error: unknown): string {
  if (!(error instanceof ApiError)) return strings.errors.unknown;
  if (error.kind !== 'refused') return strings.errors[error.kind];
  // A lock-out has the code of a wrong password, and this sentence of Cognito's, in both pools.
  if (error.message === 'Password attempts exceeded') return strings.errors.lockedOut;
  const [field = '', problem] = Object.entries(error.details)[0] ?? [];
  return strings.errors.codes[error.code] ?? strings.errors.fields[field] ?? (problem || error.message || strings.errors.unknown);
}
