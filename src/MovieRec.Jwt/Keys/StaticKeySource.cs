using System.Text;

namespace MovieRec.Jwt.Keys;

/// <summary>Keys from a JWKS in memory, for a pool in the same process or for a test.</summary>
public sealed class StaticKeySource : IKeySource
{
    private KeySet _keys;

    /// <summary>Creates a source without keys.</summary>
    public StaticKeySource() => _keys = KeySet.Empty;

    /// <param name="jwks">A JWKS document (RFC 7517, section 5).</param>
    /// <exception cref="FormatException">It is not valid; the message says why.</exception>
    public StaticKeySource(string jwks)
        : this() => Replace(jwks);

    /// <summary>Replaces the document atomically; a key that both have stays the same object.</summary>
    /// <param name="jwks">A JWKS document.</param>
    /// <exception cref="FormatException">It is not valid; the current one is kept.</exception>
    public void Replace(string jwks) => Replace(Encoding.UTF8.GetBytes(jwks));

    /// <inheritdoc cref="Replace(string)"/>
    public void Replace(ReadOnlyMemory<byte> jwks)
    {
        if (!KeySet.TryParse(jwks, Volatile.Read(ref _keys), out var keys, out var error))
            throw new FormatException(error);
        Volatile.Write(ref _keys, keys);
    }

    /// <inheritdoc/>
    public ValueTask<KeyLookup> FindAsync(string kid, CancellationToken cancellationToken) => ValueTask.FromResult(
        Volatile.Read(ref _keys).TryFind(kid, out var lookup) ? lookup : KeyLookup.Unknown(kid, "a kid of the JWKS in memory"));
}
