namespace MovieRec.Jwt.Keys;

/// <summary>Result of one try to fetch a JWKS: its bytes, or the reason why there are none.</summary>
/// <param name="Body">The bytes, unparsed; at most <see cref="JwksRefresher.MaxBytes"/>.</param>
/// <param name="Error">The reason, in words for the log; null with a body.</param>
/// <param name="IsTransient">No connection, a broken one, or a busy server: another try may succeed.</param>
internal sealed record JwksResponse(ReadOnlyMemory<byte> Body, string? Error = null, bool IsTransient = false)
{
    public static JwksResponse Failed(string error, bool isTransient = false) => new(default, error, isTransient);
}
