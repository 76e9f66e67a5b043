namespace MovieRec.Jwt;

/// <summary>The app clients whose tokens are accepted: one, several, or explicitly <see cref="NotChecked"/>.</summary>
public sealed class ClientIds
{
    private readonly string[]? _accepted;

    private ClientIds(string[]? accepted) => _accepted = accepted;

    /// <summary>Accepts every client of the pool, also its other apps (RFC 8725, section 3.9, warns of it).</summary>
    public static ClientIds NotChecked { get; } = new(null);

    /// <summary>Accepts tokens of any of these clients.</summary>
    /// <param name="clientIds">At least one; none empty.</param>
    /// <exception cref="ArgumentException">None given, or an empty one.</exception>
    public static ClientIds AnyOf(params string[] clientIds) => new(AcceptedNames.Checked(clientIds, nameof(ClientIds)));

    /// <summary>Describes the accepted clients in words.</summary>
    public override string ToString() => AcceptedNames.InWords(_accepted);

    /// <summary>Returns the first accepted client; null if none is accepted or none is given.</summary>
    internal string? FirstAccepted(string[] clients)
    {
        var first = _accepted is null ? 0 : clients.AsSpan().IndexOfAny(_accepted);
        return first >= 0 && first < clients.Length ? clients[first] : null;
    }
}
