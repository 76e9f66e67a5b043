import { ApiError } from './api/apiError';
import { strings } from './strings';

/** Returns the text that the user sees for an error: the page's own for known codes, else the service's. */
export function errorText(error: unknown): string {
  if (!(error instanceof ApiError)) return strings.errors.unknown;
  if (error.kind !== 'refused') return strings.errors[error.kind];
  // A lock-out has the code of a wrong password. In both pools only this sentence, which is Cognito's, tells them apart.
  if (error.message === 'Password attempts exceeded') return strings.errors.lockedOut;
  const [field = '', problem] = Object.entries(error.details)[0] ?? [];
  return strings.errors.codes[error.code] ?? strings.errors.fields[field] ?? (problem || error.message || strings.errors.unknown);
}
