using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MovieRec.Api.Http;

namespace MovieRec.Api.Media;

/// <summary>The answers of <c>/media</c> most recently made: they are public, the same for everybody, and asked for again and again.</summary>
internal sealed class AnswerCache
{
    private const int Capacity = 512;
    private const int MaxKeyLength = 512;

    private static readonly string[] s_parameters =
        ["listType", "mediaType", "type", "page", "limit", "excludeIds", "ids", "genre", "year", "query"];

    private readonly ConcurrentDictionary<string, Answer> _answers = new(StringComparer.Ordinal);

    /// <summary>All that the answer depends on: the catalogue, the year (for what is trending) and the parameters that we read.</summary>
    public static string KeyOf(ApiRequest request, string version, DateTimeOffset now)
    {
        var key = new StringBuilder(version).Append('\n').Append(now.Year.ToString(CultureInfo.InvariantCulture));
        foreach (var parameter in s_parameters)
        {
            // A line break cannot stand in a parameter that we would answer, so no two queries share a key.
            key.Append('\n');
            if (request.Query.TryGetValue(parameter, out var value))
                key.Append(value);
        }

        return key.ToString();
    }

    public Answer? Find(string key) => _answers.GetValueOrDefault(key);

    public void Keep(string key, Answer answer)
    {
        if (key.Length > MaxKeyLength || key.Count(character => character == '\n') > s_parameters.Length + 1)
            return;
        if (_answers.Count >= Capacity)
            _answers.Clear();
        _answers[key] = answer;
    }
}

/// <summary>A body with its entity tag: the first 128 bits of its SHA-256.</summary>
internal sealed class Answer(ReadOnlyMemory<byte> body)
{
    private readonly string _tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body.Span).AsSpan(0, 16))}\"";

    public ReadOnlyMemory<byte> Body => body;

    public KeyValuePair<string, string> ETagField => new("ETag", _tag);

    /// <summary><c>If-None-Match</c>: a list of tags, compared weakly, or <c>*</c> (RFC 9110, section 13.1.2).</summary>
    public bool Matches(string? ifNoneMatch) => ifNoneMatch is not null && ifNoneMatch
        .Split(',', StringSplitOptions.TrimEntries)
        .Any(tag => tag == "*" || (tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag) == _tag);
}
