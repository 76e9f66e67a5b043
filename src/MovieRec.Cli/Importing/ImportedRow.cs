using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Importing;

/// <summary>What a row of an export says of its title.</summary>
internal enum RowMeaning
{
    /// <summary>It was watched.</summary>
    Watched,

    /// <summary>It was watched and rated.</summary>
    Rated,

    /// <summary>It is a favourite.</summary>
    Liked,

    /// <summary>It is to be watched.</summary>
    Wanted,
}

/// <summary>A row of an export, in one form for all services.</summary>
/// <param name="File">The file it is from, as the report names it.</param>
/// <param name="Line">The line it begins at, or the number of a JSON array's entry; from 1.</param>
/// <param name="Meaning">What it says.</param>
internal sealed record ImportedRow(string File, int Line, RowMeaning Meaning)
{
    public required string Name { get; init; }

    public string? OriginalName { get; init; }

    public int? Year { get; init; }

    /// <summary>Null where the source does not say; then a film is more likely.</summary>
    public MediaKind? Kind { get; init; }

    public string? ImdbId { get; init; }

    public long? TmdbId { get; init; }

    /// <summary>On a scale of 10.</summary>
    public double? Rating { get; init; }

    /// <summary>When it was rated, watched or listed.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>A row of which something was not taken over, and why.</summary>
internal sealed record LeftOut(string File, int Line, string Name, int? Year, string Why)
{
    public static LeftOut From(ImportedRow row, string why) => new(row.File, row.Line, row.Name, row.Year, why);
}

/// <summary>What was read of a file.</summary>
/// <param name="Name">As the report names it.</param>
/// <param name="Lines">How many rows it has, unusable ones included.</param>
/// <param name="Rows">The usable ones; a row that says two things is there twice.</param>
/// <param name="LeftOut">The unusable ones.</param>
internal sealed record ImportedFile(string Name, int Lines, IReadOnlyList<ImportedRow> Rows, IReadOnlyList<LeftOut> LeftOut);
