namespace MovieRec.Engine.Search;

/// <summary>One page of the result of a search.</summary>
/// <param name="Rows">Rows of the catalogue, best match first.</param>
/// <param name="Total">Number of all matching titles.</param>
public sealed record SearchResult(IReadOnlyList<int> Rows, int Total)
{
    /// <summary>Result without matches.</summary>
    public static SearchResult None { get; } = new([], 0);
}
