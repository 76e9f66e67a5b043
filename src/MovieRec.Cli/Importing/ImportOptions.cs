namespace MovieRec.Cli.Importing;

/// <summary>How to import.</summary>
internal sealed record ImportOptions
{
    /// <summary>So many of 10 make a favourite: four stars of five.</summary>
    public const double DefaultLikedFrom = 8;

    /// <summary>So many of 10 make a favourite.</summary>
    public double LikedFrom { get; init; } = DefaultLikedFrom;

    /// <summary>Says what would be done and does nothing.</summary>
    public bool DryRun { get; init; }
}

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
