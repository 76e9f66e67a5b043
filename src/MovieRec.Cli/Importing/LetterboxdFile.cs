using MovieRec.Api.Outcomes;

namespace MovieRec.Cli.Importing;

/// <summary>Letterboxd's CSV files; stars are 0.5 to 5.</summary>
/// <remarks>Reads <c>watched</c>, <c>ratings</c>, <c>diary</c>, <c>reviews</c>, <c>watchlist</c>, <c>likes/films</c> and lists, which begin
/// with a line <c>Letterboxd list export v7</c>.</remarks>
internal static class LetterboxdFile
{
    private const string Uri = "Letterboxd URI";
    private const string ListMark = "Letterboxd list export";

    /// <summary>Reads a file of Letterboxd's; returns null if it is not one.</summary>
    /// <exception cref="ConfigurationException">Neither the file nor the operator says what the rows mean.</exception>
    public static ImportedFile? Read(string name, CsvTable table, RowMeaning? said)
    {
        var isList = table.Lines is [{ Fields: [var mark, ..] }, ..] && mark.StartsWith(ListMark, StringComparison.Ordinal);
        var header = isList ? GetFilms(table) : 0;
        if (header < 0 || header >= table.Lines.Count)
            return null;
        var columns = new CsvColumns(table.Lines[header].Fields);
        if (!columns.Has("Name", "Year", isList ? "Position" : Uri))
            return null;
        var meaning = said ?? GetMeaning(name, columns)
            ?? throw new ConfigurationException(
                $"{name} has the columns of several Letterboxd files: use --as to say which it is, such as --as watchlist.");
        if (meaning == RowMeaning.Rated && !columns.Has("Rating"))
            throw new ConfigurationException($"{name} has no column Rating, so its rows cannot be ratings.");
        return CsvRows.Read(name, table, header, (columns, line) =>
        [ new ImportedRow(name, line.Line, meaning)
        {
            Name = FieldText.Name(columns.Field(line, "Name")),
            Year = FieldText.Year(columns.Field(line, "Year")),
            Rating = meaning is RowMeaning.Rated or RowMeaning.Watched ? FieldText.Rating(columns.Field(line, "Rating"), 5) : null,
            At = FieldText.Date(columns.Field(line, "Watched Date") ?? columns.Field(line, "Date")),
        },
        ]);
    }

    private static int GetFilms(CsvTable table)
    {
        for (var at = 1; at < table.Lines.Count; at++)
        {
            if (table.Lines[at].Fields is ["Position", "Name", ..])
                return at;
        }
        return -1;
    }

    // The files of watched titles, the watchlist and likes have the same header.
    private static RowMeaning? GetMeaning(string name, CsvColumns columns)
    {
        if (columns.Has("Watched Date"))
            return RowMeaning.Watched;
        if (columns.Has("Rating"))
            return RowMeaning.Rated;
        var path = name.Replace('\\', '/').ToLowerInvariant();
        return path[(path.LastIndexOf('/') + 1)..] switch
        {
            var file when file.Contains("watchlist", StringComparison.Ordinal) => RowMeaning.Wanted,
            var file when file.StartsWith("watched", StringComparison.Ordinal) => RowMeaning.Watched,
            "films.csv" when path.EndsWith("likes/films.csv", StringComparison.Ordinal) => RowMeaning.Liked,
            _ => null,
        };
    }
}
