using MovieRec.Api.Catalogues;
using MovieRec.Engine.Titles;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.Catalogues;

/// <summary>Conversion of records to rows of the table <c>title_records</c>: <see cref="Values"/> and <see cref="Read"/> follow
/// <see cref="Columns"/>.</summary>
internal static class TitleRecordRow
{
    public const string Columns = """
        kind, id, fetched_at, expires_at, has_details, alias_kind, alias_id, matched_at, name, original_name, release_date, genre_ids,
        cast_names, directors, keywords, countries, original_language, certification, runtime_minutes, vote_average, vote_count, popularity,
        overview, poster_path, backdrop_path, imdb_id, wikidata_id, tmdb_id
        """;

    public const string Parameters =
        "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28";

    public static object?[] Values(TitleRecord record)
    {
        var title = record.Facts;
        return
        [
            (int)title.Key.Kind, title.Key.Id, record.FetchedAt?.ToUnixTimeMilliseconds(), record.ExpiresAt?.ToUnixTimeMilliseconds(),
            record.HasDetails ? 1 : 0, (int?)record.Alias?.Kind, record.Alias?.Id, record.MatchedAt?.ToUnixTimeMilliseconds(),
            title.Name, title.OriginalName, title.ReleaseDate, IntegerList.Write(title.GenreIds), NamesJson.Write(title.Cast),
            NamesJson.Write(title.Directors), NamesJson.Write(title.Keywords), NamesJson.Write(title.Countries), title.OriginalLanguage,
            title.Certification, title.RuntimeMinutes, title.VoteAverage, title.VoteCount, title.Popularity, title.Overview,
            title.PosterPath, title.BackdropPath, title.ImdbId, title.WikidataId, title.TmdbId,
        ];
    }

    public static TitleRecord Read(Rows row) => new(GetFacts(row))
    {
        FetchedAt = row.IsNull(2) ? null : row.Time(2),
        ExpiresAt = row.IsNull(3) ? null : row.Time(3),
        HasDetails = row.Integer(4) == 1,
        Alias = GetAlias(row),
        MatchedAt = row.IsNull(7) ? null : row.Time(7),
    };

    public static TitleKey? GetAlias(Rows row) => row.IsNull(6) ? null : new TitleKey((MediaKind)row.Integer(5), row.Integer(6));

    public static Title GetFacts(Rows row) => new()
    {
        Key = new TitleKey((MediaKind)row.Integer(0), row.Integer(1)),
        Name = row.Text(8),
        OriginalName = row.TextOrNull(9),
        ReleaseDate = row.TextOrNull(10),
        GenreIds = IntegerList.Read(row.Bytes(11)),
        Cast = NamesJson.Read(row.Bytes(12)),
        Directors = NamesJson.Read(row.Bytes(13)),
        Keywords = NamesJson.Read(row.Bytes(14)),
        Countries = NamesJson.Read(row.Bytes(15)),
        OriginalLanguage = row.TextOrNull(16),
        Certification = row.TextOrNull(17),
        RuntimeMinutes = row.IntegerOrNull(18),
        VoteAverage = row.NumberOrNull(19),
        VoteCount = row.IntegerOrNull(20),
        Popularity = row.Number(21),
        Overview = row.TextOrNull(22),
        PosterPath = row.TextOrNull(23),
        BackdropPath = row.TextOrNull(24),
        ImdbId = row.TextOrNull(25),
        WikidataId = row.TextOrNull(26),
        TmdbId = row.IsNull(27) ? null : row.Integer(27),
    };
}
