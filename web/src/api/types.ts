import type { components } from './schema';

type Schemas = components['schemas'];

export type Kind = Schemas['MediaKind'];
export type MediaItem = Schemas['MediaItem'];
export type MediaPage = Schemas['MediaPage'];
export type MediaListItem = Schemas['MediaListItem'];
export type Recommendation = Schemas['Recommendation'];
export type Recommendations = Schemas['Recommendations'];
export type Preferences = Schemas['Preferences'];
export type ErrorCode = Schemas['Error']['code'];
export type ErrorBody = Schemas['Error'];
export type SigninResponse = Schemas['SigninResponse'];
export type RefreshResponse = Schemas['RefreshResponse'];
export type ListName = 'favourites' | 'watchlist';
export type ListType = 'trending' | 'popular' | 'top_rated';
