using Microsoft.Data.Sqlite;
using MovieRec.Engine.Titles;
using MovieRec.Sqlite.Database;

namespace MovieRec.Sqlite.Media;

/// <summary>A title as a row of the table <c>titles</c>: <see cref="Values"/> and <see cref="Read"/> follow <see cref="Names"/>.</summary>
internal static class TitleRow
{
    public const string Names = """
        kind, id, name, original_name, release_date, genre_ids, cast_names, directors, keywords, countries, original_language,
        runtime_minutes, vote_average, vote_count, popularity, overview, poster_path, backdrop_path
        """;

    public static object?[] Values(Title title) =>
    [
        (int)title.Key.Kind, title.Key.Id, title.Name, title.OriginalName, title.ReleaseDate, Columns.Joined(title.GenreIds),
        NamesJson.Write(title.Cast), NamesJson.Write(title.Directors), NamesJson.Write(title.Keywords), NamesJson.Write(title.Countries),
        title.OriginalLanguage, title.RuntimeMinutes, title.VoteAverage, title.VoteCount, title.Popularity, title.Overview,
        title.PosterPath, title.BackdropPath,
    ];

    public static Title Read(SqliteDataReader row) => new()
    {
        Key = new TitleKey((MediaKind)row.GetInt32(0), row.GetInt64(1)),
        Name = row.GetString(2),
        OriginalName = row.StringOrNull(3),
        ReleaseDate = row.StringOrNull(4),
        GenreIds = row.Numbers(5),
        Cast = NamesJson.Read(row.GetString(6)),
        Directors = NamesJson.Read(row.GetString(7)),
        Keywords = NamesJson.Read(row.GetString(8)),
        Countries = NamesJson.Read(row.GetString(9)),
        OriginalLanguage = row.StringOrNull(10),
        RuntimeMinutes = row.IntOrNull(11),
        VoteAverage = row.DoubleOrNull(12),
        VoteCount = row.IntOrNull(13),
        Popularity = row.GetDouble(14),
        Overview = row.StringOrNull(15),
        PosterPath = row.StringOrNull(16),
        BackdropPath = row.StringOrNull(17),
    };
}
