import type { Kind, MediaItem, MediaListItem, Recommendation } from '../api/types';

/** Key of a title in the API, such as `movie#603`: a bare number could be a film or a series. */
export type TitleKey = `${Kind}#${string}`;

/** Film or series, in the same form for every response of the API. */
export interface Title {
  readonly key: TitleKey;
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** `1999-03-31`, `1999` or null. */
  readonly date: string | null;
  readonly genres: readonly number[];
  readonly poster: string | null;
  readonly backdrop: string | null;
  readonly overview: string | null;
  /** Average vote, 0 to 10. */
  readonly vote: number | null;
  readonly votes: number | null;
  readonly popularity: number | null;
  readonly language: string | null;
  readonly originalName: string | null;
}

export const keyOf = (kind: Kind, id: string | number): TitleKey => `${kind}#${id}`;

export const yearOf = (title: Pick<Title, 'date'>): string => /^\d{4}/.exec(title.date ?? '')?.[0] ?? '';

export const pathOf = (title: Pick<Title, 'kind' | 'id'>): string => `/title/${title.kind}/${title.id}`;

export function fromMedia(item: MediaItem): Title {
  const name = item.media_type === 'tv' ? item.name : item.title;
  return {
    key: keyOf(item.media_type, item.id),
    id: String(item.id),
    kind: item.media_type,
    name,
    date: item.release_date ?? item.first_air_date,
    genres: item.genre_ids,
    poster: item.poster_path,
    backdrop: item.backdrop_path,
    overview: item.overview,
    vote: item.vote_average,
    votes: item.vote_count,
    popularity: item.popularity,
    language: item.original_language,
    originalName: item.original_title !== name ? item.original_title : null,
  };
}

export function fromListItem(item: MediaListItem | Recommendation): Title {
  return {
    key: keyOf(item.mediaType, item.mediaId),
    id: item.mediaId,
    kind: item.mediaType,
    name: item.title,
    date: item.releaseDate,
    genres: item.genreIds,
    poster: item.posterPath,
    backdrop: item.backdropPath,
    overview: item.overview,
    vote: item.voteAverage,
    votes: null,
    popularity: item.popularity,
    language: null,
    originalName: null,
  };
}
