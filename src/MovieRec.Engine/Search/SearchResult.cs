namespace MovieRec.Engine.Search;

/// <summary>One page of a search.</summary>
/// <param name="Rows">Rows of the catalogue, best match first.</param>
/// <param name="Total">How many titles match in all.</param>
public sealed record SearchResult(IReadOnlyList<int> Rows, int Total)
{
    /// <summary>Nothing found.</summary>
    public static SearchResult None { get; } = new([], 0);
}
