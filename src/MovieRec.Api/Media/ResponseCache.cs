using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using MovieRec.Api.Http;

namespace MovieRec.Api.Media;

/// <summary>Cache of the most recent responses of <c>/media</c>, which are public, the same for all users, and often repeated.</summary>
internal sealed class ResponseCache
{
    private const int Capacity = 512;
    private const int MaxKeyLength = 512;

    private static readonly string[] s_parameters =
        ["listType", "mediaType", "type", "page", "limit", "excludeIds", "ids", "genre", "year", "query"];

    private readonly ConcurrentDictionary<string, CachedResponse> _responses = new(StringComparer.Ordinal);

    /// <summary>Returns the inputs of a response: the catalogue, the year (for trending lists) and the known parameters.</summary>
    public static string GetKey(ApiRequest request, string version, DateTimeOffset now)
    {
        var key = new StringBuilder(version).Append('\n').Append(now.Year.ToString(CultureInfo.InvariantCulture));
        foreach (var parameter in s_parameters)
        {
            // A valid parameter contains no line break, so no two queries share a key.
            key.Append('\n');
            if (request.Query.TryGetValue(parameter, out var value))
                key.Append(value);
        }

        return key.ToString();
    }

    public CachedResponse? Find(string key) => _responses.GetValueOrDefault(key);

    public void Keep(string key, CachedResponse response)
    {
        if (key.Length > MaxKeyLength || key.Count(character => character == '\n') > s_parameters.Length + 1)
            return;
        if (_responses.Count >= Capacity)
            _responses.Clear();
        _responses[key] = response;
    }
}

/// <summary>A body with its entity tag.</summary>
internal sealed class CachedResponse(ReadOnlyMemory<byte> body)
{
    private readonly string _tag = EntityTag.Compute(body.Span);

    public ReadOnlyMemory<byte> Body => body;

    public KeyValuePair<string, string> ETagField => EntityTag.Field(_tag);

    public bool Matches(string? ifNoneMatch) => EntityTag.MatchesWeakly(ifNoneMatch, _tag);
}
