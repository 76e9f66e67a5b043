namespace MovieRec.ColdStart.Bench;

/// <summary>What is asked of a function that has just started.</summary>
/// <param name="Function">Its handler.</param>
/// <param name="Path">As in the route table.</param>
/// <param name="Query">The query, not encoded.</param>
/// <param name="Token">Whether the route is a protected one.</param>
internal sealed record SnapshotQuestion(string Function, string Path, IReadOnlyDictionary<string, string>? Query, bool Token)
{
    public string Name => Query is null ? Path : $"{Path}?{string.Join('&', Query.Select(pair => $"{pair.Key}={pair.Value}"))}";

    public static SnapshotQuestion Recommendations { get; } = new("MovieRecFunction", "/recommendations", null, Token: true);

    public static SnapshotQuestion Popular { get; } = Media("listType", "popular");

    public static SnapshotQuestion Search(string words) => Media("query", words);

    public byte[] NewEvent(Issuer issuer) => ProxyEvent.Write(Token ? issuer.NewToken() : null, Path, Query);

    private static SnapshotQuestion Media(string name, string value) =>
        new("MediaCacheFunction", "/media", new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value }, Token: false);
}
