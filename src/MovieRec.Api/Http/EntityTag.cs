using System.Security.Cryptography;

namespace MovieRec.Api.Http;

/// <summary>Entity tags, and the conditions that requests put on them (RFC 9110, sections 8.8.3 and 13.1).</summary>
internal static class EntityTag
{
    /// <summary>Computes a strong tag: the first 128 bits of the SHA-256 of <paramref name="content"/>, in quotes.</summary>
    public static string Compute(ReadOnlySpan<byte> content) => $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"";

    public static KeyValuePair<string, string> Field(string tag) => new("ETag", tag);

    /// <summary>Evaluates <c>If-None-Match</c>: a list of tags, compared weakly, or <c>*</c>.</summary>
    public static bool MatchesWeakly(string? list, string tag) =>
        list is not null && TagsIn(list).Any(one => one == "*" || (one.StartsWith("W/", StringComparison.Ordinal) ? one[2..] : one) == tag);

    /// <summary>Evaluates <c>If-Match</c>: a list of tags, compared strongly, or <c>*</c> for a resource that exists.</summary>
    public static bool Matches(string list, string tag, bool exists) => TagsIn(list).Any(one => one == "*" ? exists : one == tag);

    private static string[] TagsIn(string list) => list.Split(',', StringSplitOptions.TrimEntries);
}
