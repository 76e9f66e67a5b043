namespace MovieRec.Cli.Importing;

/// <summary>What an import did, or would have done.</summary>
internal sealed record ImportReport
{
    public required IReadOnlyList<ImportedFile> Files { get; init; }

    /// <summary>Titles that the rows name and that have been found.</summary>
    public required int Titles { get; init; }

    public required ListCounts Favourites { get; init; }

    public required ListCounts Watchlist { get; init; }

    public required ListCounts Dismissed { get; init; }

    /// <summary>Watched titles that the preferences document has no room for.</summary>
    public required int NotFitting { get; init; }

    /// <summary>Every row of which something was not taken over: malformed ones, those without a title, then what found no place.</summary>
    public required IReadOnlyList<LeftOut> LeftOut { get; init; }
}
