using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using MovieRec.Jwt.Parsing;

namespace MovieRec.Jwt.Keys;

/// <summary>The keys of one JWKS document (RFC 7517, section 5) by <c>kid</c>. Immutable: a new document makes a new set.</summary>
internal sealed class KeySet
{
    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = StrictJson.MaxDepth };

    private readonly Dictionary<string, KeyLookup> _keys = new(StringComparer.Ordinal);

    private KeySet()
    {
    }

    public static KeySet Empty { get; } = new();

    /// <summary>False for a <c>kid</c> that the document does not have; true, with the refusal, for a key that must not be used.</summary>
    public bool TryFind(string kid, out KeyLookup lookup) => _keys.TryGetValue(kid, out lookup);

    /// <summary>Reads a document. A key that <paramref name="previous"/> has already stays the same object.</summary>
    /// <returns>False, with what is wrong in words, when it is no JWKS at all.</returns>
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
            error = "an element of the JWKS's 'keys' is no object";
        if (error is not null)
            return false;

        keys = new KeySet();
        foreach (var jwk in list.EnumerateArray())
            keys.Add(jwk, previous);
        return true;
    }

    private void Add(JsonElement jwk, KeySet previous)
    {
        // Without a kid no token can name it.
        if (JwkReader.GetString(jwk, "kid") is not { Length: > 0 } kid)
            return;
        var read = JwkReader.Read(jwk, kid, previous.TryFind(kid, out var known) && known.Found(out var knownKey, out _) ? knownKey : null);
        if (!_keys.TryGetValue(kid, out var other))
        {
            _keys.Add(kid, read);
            return;
        }
        // RFC 7517, section 4.5: one kid may be of keys of different types, but two that could both verify leave a token undecided.
        var isUsable = read.Found(out var key, out _);
        if (!other.Found(out var otherKey, out var refusal))
            _keys[kid] = isUsable && refusal.Reason != FailureReason.KeyAmbiguous ? read : other;
        else if (isUsable && !key!.IsSame(otherKey))
            _keys[kid] = new KeyLookup(new TokenFailure(FailureReason.KeyAmbiguous, "one key of a kid", $"two of kid {TokenFailure.Quote(kid)}"));
    }
}
