using System.Text;

namespace MovieRec.Jwt.Keys;

/// <summary>Keys from a JWKS in memory, for a pool in the same process or for a test.</summary>
public sealed class StaticKeySource : IKeySource
{
    private KeySet _keys;

    /// <param name="jwks">A JWKS document (RFC 7517, section 5).</param>
    /// <exception cref="FormatException">It is not valid; the message says why.</exception>
    public StaticKeySource(string jwks) => _keys = Parse(jwks, KeySet.Empty);

    /// <summary>Replaces the document atomically; a key that both have stays the same object.</summary>
    /// <param name="jwks">A JWKS document.</param>
    /// <exception cref="FormatException">It is not valid; the current one is kept.</exception>
    public void Replace(string jwks) => Volatile.Write(ref _keys, Parse(jwks, Volatile.Read(ref _keys)));

    /// <inheritdoc/>
    public ValueTask<KeyLookup> FindAsync(string kid, CancellationToken cancellationToken) => ValueTask.FromResult(
        Volatile.Read(ref _keys).TryFind(kid, out var lookup) ? lookup : KeyLookup.Unknown(kid, "a kid of the JWKS in memory"));

    private static KeySet Parse(string jwks, KeySet previous) =>
        KeySet.TryParse(Encoding.UTF8.GetBytes(jwks), previous, out var keys, out var error) ? keys : throw new FormatException(error);
}
