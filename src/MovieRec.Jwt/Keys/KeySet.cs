using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using MovieRec.Jwt.Text;

namespace MovieRec.Jwt.Keys;

/// <summary>Immutable set of the keys of one JWKS document (RFC 7517, section 5), by <c>kid</c>.</summary>
internal sealed class KeySet
{
    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = StrictJson.MaxDepth };

    private readonly Dictionary<string, KeyLookup> _keys = new(StringComparer.Ordinal);

    private KeySet()
    {
    }

    public static KeySet Empty { get; } = new();

    /// <summary>Finds the entry of a <c>kid</c>; returns false if the document does not have it.</summary>
    /// <param name="kid">The key id.</param>
    /// <param name="lookup">The key, or the reason why it must not be used.</param>
    public bool TryFind(string kid, out KeyLookup lookup) => _keys.TryGetValue(kid, out lookup);

    /// <summary>Parses a document; a key that <paramref name="previous"/> already has stays the same object.</summary>
    /// <returns>False, with the error in words, if it is not a JWKS at all.</returns>
    public static bool TryParse(
        ReadOnlyMemory<byte> utf8, KeySet previous, [NotNullWhen(true)] out KeySet? keys, [NotNullWhen(false)] out string? error)
    {
        keys = null;
        var fault = StrictJson.Read(utf8.Span, out _);
        error = fault == JsonFault.None ? null : $"the JWKS is not a JSON object with unique names ({fault})";
        if (error is not null)
            return false;
        using var document = JsonDocument.Parse(utf8, DocumentOptions);
        if (!document.RootElement.TryGetProperty("keys", out var list) || list.ValueKind != JsonValueKind.Array)
            error = "the JWKS has no array 'keys'";
        else if (list.EnumerateArray().Any(key => key.ValueKind != JsonValueKind.Object))
            error = "an element of the JWKS's 'keys' is not an object";
        if (error is not null)
            return false;

        keys = new KeySet();
        foreach (var jwk in list.EnumerateArray())
            keys.Add(jwk, previous);
        return true;
    }

    private void Add(JsonElement jwk, KeySet previous)
    {
        // No token can name a key without a kid.
        if (JwkReader.GetString(jwk, "kid") is not { Length: > 0 } kid)
            return;
        var read = JwkReader.Read(jwk, kid, previous.TryFind(kid, out var known) && known.Found(out var knownKey, out _) ? knownKey : null);
        if (!_keys.TryGetValue(kid, out var other))
        {
            _keys.Add(kid, read);
            return;
        }
        // RFC 7517, section 4.5: keys of different types may share a kid. Two that could both verify a token are ambiguous.
        var isUsable = read.Found(out var key, out _);
        if (!other.Found(out var otherKey, out var refusal))
        {
            _keys[kid] = isUsable && refusal.Reason != FailureReason.KeyAmbiguous ? read : other;
        }
        else if (isUsable && !key!.IsSame(otherKey))
        {
            _keys[kid] =
                new KeyLookup(new TokenFailure(FailureReason.KeyAmbiguous, "one key of a kid", $"two of kid {TokenFailure.Quote(kid)}"));
        }
    }
}
