using System.Text.Json;
using MovieRec.Api.Input;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.MediaLists;

/// <summary>Reader of the title to add, in this API's spelling or TMDB's; completes it from the catalogue.</summary>
internal static class MediaListEntryReader
{
    private const int TextLength = 512;
    private const int OverviewLength = 4_000;
    private const int MaxGenres = 32;
    private const double MaxPopularity = 1_000_000_000;

    public static MediaListEntry Read(BodyReader fields, DateTimeOffset now)
    {
        var id = TitleInput.Id(fields, "mediaId", "movieId", "id");
        var kind = TitleInput.Kind(fields, "mediaType", "media_type") ?? MediaKind.Movie;
        return new MediaListEntry
        {
            Key = new TitleKey(kind, id),
            Title = fields.Text(TextLength, "title", "name")?.Trim() ?? "",
            PosterPath = fields.Text(TextLength, "posterPath", "poster_path"),
            BackdropPath = fields.Text(TextLength, "backdropPath", "backdrop_path"),
            ReleaseDate = fields.Text(TextLength, "releaseDate", "release_date", "first_air_date"),
            VoteAverage = fields.Number(0, 10, "voteAverage", "vote_average"),
            Popularity = fields.Number(0, MaxPopularity, "popularity"),
            GenreIds = GenreIds(fields),
            Overview = fields.Text(OverviewLength, "overview"),
            AddedAt = now,
        };
    }

    /// <summary>Replaces the client's facts by those of the catalogue; keeps fields that only the client knows.</summary>
    public static MediaListEntry Enrich(MediaListEntry sent, Title known) => sent with
    {
        Title = known.Name,
        PosterPath = known.PosterPath ?? sent.PosterPath,
        BackdropPath = known.BackdropPath ?? sent.BackdropPath,
        ReleaseDate = known.ReleaseDate ?? sent.ReleaseDate,
        VoteAverage = known.VoteAverage ?? sent.VoteAverage,
        Popularity = known.Popularity,
        GenreIds = known.GenreIds.Count > 0 ? known.GenreIds : sent.GenreIds,
        Overview = known.Overview ?? sent.Overview,
    };

    private static List<int> GenreIds(BodyReader fields)
    {
        var genres = new List<int>();
        if (!fields.Find(["genreIds", "genre_ids"], out var name, out var list))
            return genres;
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MaxGenres)
        {
            fields.AddError(name, $"must be a list of at most {MaxGenres} genre ids");
            return genres;
        }

        foreach (var entry in list.EnumerateArray())
        {
            if (entry.ValueKind == JsonValueKind.Number && entry.TryGetInt32(out var genre) && genre > 0)
                genres.Add(genre);
            else
                fields.AddError(name, "must hold genre ids, whole numbers above 0");
        }

        return genres;
    }
}
