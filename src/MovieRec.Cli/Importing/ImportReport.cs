namespace MovieRec.Cli.Importing;

/// <summary>Result of an import, or of a dry run.</summary>
internal sealed record ImportReport
{
    public required IReadOnlyList<ImportedFile> Files { get; init; }

    /// <summary>Number of titles that were found for the rows.</summary>
    public required int Titles { get; init; }

    public required ListCounts Favourites { get; init; }

    public required ListCounts Watchlist { get; init; }

    public required ListCounts Dismissed { get; init; }

    /// <summary>Number of watched titles that do not fit into the preferences document.</summary>
    public required int NotFitting { get; init; }

    /// <summary>Rows that were not fully imported: malformed ones, those without a title, then those without space.</summary>
    public required IReadOnlyList<LeftOut> LeftOut { get; init; }
}
