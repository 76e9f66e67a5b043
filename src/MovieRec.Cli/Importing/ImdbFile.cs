using MovieRec.Api.Outcomes;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Importing;

/// <summary>IMDb's CSV files: ratings, the watchlist, and lists.</summary>
/// <remarks>Reads today's files and those from before 2024 and 2017, which name some columns differently. The watchlist and all lists have
/// the same header.</remarks>
internal static class ImdbFile
{
    /// <summary>Reads a file of IMDb's; returns null if it is not one.</summary>
    /// <exception cref="ConfigurationException">Neither the file nor the operator says what the rows mean.</exception>
    public static ImportedFile? Read(string name, CsvTable table, RowMeaning? said)
    {
        if (table.Lines.Count == 0 || new CsvColumns(table.Lines[0].Fields) is not { } columns || !columns.Has("Const", "Title"))
            return null;
        var isList = columns.Has("Position");
        var isWatchlist = Path.GetFileName(name).Contains("watchlist", StringComparison.OrdinalIgnoreCase);
        var meaning = said
            ?? (isWatchlist && isList ? RowMeaning.Wanted : !isList && columns.Has("Your Rating") ? RowMeaning.Rated : null as RowMeaning?)
            ?? throw new ConfigurationException(
                $"{name} is an IMDb list, and the watchlist looks like any other: use --as to say what it is, such as --as watchlist.");
        return CsvRows.Read(name, table, 0, (columns, line) => Rows(name, columns, line, meaning));
    }

    private static IEnumerable<ImportedRow> Rows(string name, CsvColumns columns, CsvLine line, RowMeaning meaning)
    {
        var id = columns.Field(line, "Const");
        if (id is not null
            && !(id.StartsWith("tt", StringComparison.Ordinal) && id.Length > 2 && id.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0))
        {
            throw new FormatException($"{id} is not an id of a title");
        }
        var row = new ImportedRow(name, line.Line, meaning)
        {
            Name = FieldText.Name(columns.Field(line, "Title")),
            OriginalName = columns.Field(line, "Original Title"),
            Year = FieldText.Year(columns.Field(line, "Year")),
            Kind = GetKind(columns.Field(line, "Title Type")),
            ImdbId = id,
            At = FieldText.Date(columns.Field(line, "Date Rated", "Created") ?? columns.Field(line, "Created")),
        };
        var rating = FieldText.Rating(columns.Field(line, "Your Rating", "You rated"), 10);
        var listed = FieldText.Date(columns.Field(line, "Created"));
        if (meaning == RowMeaning.Rated)
        {
            yield return row with { Rating = rating ?? throw new FormatException("no rating") };
            yield break;
        }
        yield return row with { At = listed ?? row.At };
        // The watchlist keeps titles that the user has watched and rated since.
        if (rating is not null)
            yield return row with { Meaning = RowMeaning.Rated, Rating = rating };
    }

    /// <summary>Returns the kind of a title type: <c>tvMiniSeries</c>, or <c>TV Mini Series</c> since 2024.</summary>
    private static MediaKind? GetKind(string? type) => type?.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() switch
    {
        null or "" => null,
        "tvseries" or "tvminiseries" => MediaKind.Tv,
        "movie" or "featurefilm" or "tvmovie" or "tvspecial" or "tvshort" or "short" or "shortfilm" or "video" or "documentary"
            or "feature" => MediaKind.Movie,
        "mini-series" => MediaKind.Tv,
        _ => throw new FormatException($"neither film nor series but {type}"),
    };
}
