using MovieRec.Engine.Titles;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.Media;

/// <summary>A title as a row of the table <c>titles</c>: <see cref="Values"/> and <see cref="Read"/> follow <see cref="Names"/>.</summary>
internal static class TitleRow
{
    public const string Names = """
        kind, id, name, original_name, release_date, genre_ids, cast_names, directors, keywords, countries, original_language,
        runtime_minutes, vote_average, vote_count, popularity, overview, poster_path, backdrop_path,
        certification
        """;

    public static object?[] Values(Title title) =>
    [
        (int)title.Key.Kind, title.Key.Id, title.Name, title.OriginalName, title.ReleaseDate, IntegerList.Write(title.GenreIds),
        NamesJson.Write(title.Cast), NamesJson.Write(title.Directors), NamesJson.Write(title.Keywords), NamesJson.Write(title.Countries),
        title.OriginalLanguage, title.RuntimeMinutes, title.VoteAverage, title.VoteCount, title.Popularity, title.Overview,
        title.PosterPath, title.BackdropPath, title.Certification,
    ];

    public static Title Read(Rows row) => new()
    {
        Key = new TitleKey((MediaKind)row.Integer(0), row.Integer(1)),
        Name = row.Text(2),
        OriginalName = row.TextOrNull(3),
        ReleaseDate = row.TextOrNull(4),
        GenreIds = IntegerList.Read(row.Bytes(5)),
        Cast = NamesJson.Read(row.Bytes(6)),
        Directors = NamesJson.Read(row.Bytes(7)),
        Keywords = NamesJson.Read(row.Bytes(8)),
        Countries = NamesJson.Read(row.Bytes(9)),
        OriginalLanguage = row.TextOrNull(10),
        RuntimeMinutes = row.IntegerOrNull(11),
        VoteAverage = row.NumberOrNull(12),
        VoteCount = row.IntegerOrNull(13),
        Popularity = row.Number(14),
        Overview = row.TextOrNull(15),
        PosterPath = row.TextOrNull(16),
        BackdropPath = row.TextOrNull(17),
        Certification = row.TextOrNull(18),
    };
}
