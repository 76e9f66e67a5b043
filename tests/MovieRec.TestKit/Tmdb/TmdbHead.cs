namespace MovieRec.TestKit.Tmdb;

/// <summary>Content of a request's head.</summary>
/// <param name="Path">After the base address; the whole path if it is not below that.</param>
/// <param name="Query">Without the key.</param>
/// <param name="ApiKey">The key in the query.</param>
/// <param name="Bearer">The token in the header.</param>
internal sealed record TmdbHead(string Path, IReadOnlyDictionary<string, string> Query, string? ApiKey, string? Bearer)
{
    private const string Authorization = "Authorization: Bearer ";

    public static TmdbHead Parse(string head, string basePath)
    {
        var lines = head.Split("\r\n");
        var target = lines[0].Split(' ') is { Length: 3 } request ? request[1] : "/";
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? target : target[..mark];
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in mark < 0 ? [] : target[(mark + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            query[equals < 0 ? pair : pair[..equals]] = equals < 0 ? "" : Uri.UnescapeDataString(pair[(equals + 1)..].Replace('+', ' '));
        }
        query.Remove("api_key", out var key);
        var bearer = Array.Find(lines, line => line.StartsWith(Authorization, StringComparison.OrdinalIgnoreCase))?[Authorization.Length..];
        return new(path.StartsWith(basePath, StringComparison.Ordinal) ? path[basePath.Length..] : path, query, key, bearer);
    }
}
