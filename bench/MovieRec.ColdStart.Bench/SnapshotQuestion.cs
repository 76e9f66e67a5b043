namespace MovieRec.ColdStart.Bench;

/// <summary>First request to a function that has just started.</summary>
/// <param name="Function">Handler of the function.</param>
/// <param name="Path">Path, as in the route table.</param>
/// <param name="Query">Query parameters, not encoded.</param>
/// <param name="Token">True if the route is protected.</param>
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
