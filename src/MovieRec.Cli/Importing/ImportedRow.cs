using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Importing;

/// <summary>Meaning of a row of an export for its title.</summary>
internal enum RowMeaning
{
    /// <summary>The title was watched.</summary>
    Watched,

    /// <summary>The title was watched and rated.</summary>
    Rated,

    /// <summary>The title is a favourite.</summary>
    Liked,

    /// <summary>The title is on the watchlist.</summary>
    Wanted,
}

/// <summary>A row of an export, in the same form for all services.</summary>
/// <param name="File">Name of the file, as in the report.</param>
/// <param name="Line">First line of the row, or position of the entry in a JSON array; from 1.</param>
/// <param name="Meaning">Meaning of the row.</param>
internal sealed record ImportedRow(string File, int Line, RowMeaning Meaning)
{
    public required string Name { get; init; }

    public string? OriginalName { get; init; }

    public int? Year { get; init; }

    /// <summary>Kind of the title; null if the source does not say, and then films are preferred.</summary>
    public MediaKind? Kind { get; init; }

    public string? ImdbId { get; init; }

    public long? TmdbId { get; init; }

    /// <summary>Rating on a scale of 10.</summary>
    public double? Rating { get; init; }

    /// <summary>Time of the rating, the viewing or the addition to the list.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>A row that was not fully imported, and the reason.</summary>
internal sealed record LeftOut(string File, int Line, string Name, int? Year, string Why)
{
    public static LeftOut From(ImportedRow row, string why) => new(row.File, row.Line, row.Name, row.Year, why);
}

/// <summary>Content of a file.</summary>
/// <param name="Name">Name of the file, as in the report.</param>
/// <param name="Lines">Number of rows, including unusable ones.</param>
/// <param name="Rows">Usable rows; a row with two meanings is included twice.</param>
/// <param name="LeftOut">Unusable rows.</param>
internal sealed record ImportedFile(string Name, int Lines, IReadOnlyList<ImportedRow> Rows, IReadOnlyList<LeftOut> LeftOut);
