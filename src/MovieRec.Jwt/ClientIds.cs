namespace MovieRec.Jwt;

/// <summary>The app clients whose tokens are accepted: one, several, or <see cref="NotChecked"/> spelled out.</summary>
public sealed class ClientIds
{
    private readonly string[]? _accepted;

    private ClientIds(string[]? accepted) => _accepted = accepted;

    /// <summary>Accepts every client of the pool: its other apps' tokens too (RFC 8725, section 3.9, warns of it).</summary>
    public static ClientIds NotChecked { get; } = new(null);

    /// <summary>Accepts tokens of any of these clients.</summary>
    /// <param name="clientIds">At least one; none empty.</param>
    /// <exception cref="ArgumentException">None given, or an empty one.</exception>
    public static ClientIds AnyOf(params string[] clientIds) => new(AcceptedNames.Checked(clientIds, nameof(ClientIds)));

    /// <summary>What is accepted, in words.</summary>
    public override string ToString() => AcceptedNames.InWords(_accepted);

    /// <summary>The first client that is accepted; null when none is, or none is given.</summary>
    internal string? FirstAccepted(string[] clients)
    {
        var first = _accepted is null ? 0 : clients.AsSpan().IndexOfAny(_accepted);
        return first >= 0 && first < clients.Length ? clients[first] : null;
    }
}
