import { describe, expect, it } from 'vitest';
import { ApiError } from '../src/api/apiError';
import { errorText } from '../src/errorText';
import { strings } from '../src/strings';

describe('strings', () => {
  it('promise no titles that the catalogue lacks, and no silence of a page that asks TMDB for posters', () => {
    expect(JSON.stringify(strings.welcome)).not.toMatch(/silent|last week|third part/i);
  });

  it('tell a lock-out from a wrong password, though both have one code', () => {
    expect(errorText(new ApiError('refused', 'Incorrect username or password.', 401, 'NotAuthorizedException'))).toBe('Email or password is wrong.');
    expect(errorText(new ApiError('refused', 'Password attempts exceeded', 401, 'NotAuthorizedException'))).toContain('15 minutes at most');
  });
});
