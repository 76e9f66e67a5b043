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
