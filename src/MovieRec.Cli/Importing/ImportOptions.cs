namespace MovieRec.Cli.Importing;

/// <summary>Options of an import.</summary>
internal sealed record ImportOptions
{
    /// <summary>Default lowest rating of 10 for a favourite: four stars of five.</summary>
    public const double DefaultLikedFrom = 8;

    /// <summary>Lowest rating of 10 for a favourite.</summary>
    public double LikedFrom { get; init; } = DefaultLikedFrom;

    /// <summary>If true, the import reports its changes and makes none.</summary>
    public bool DryRun { get; init; }
}
