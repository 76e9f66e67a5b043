namespace MovieRec.Jwt.Keys;

/// <summary>Result of one try to fetch a JWKS: its bytes, or the reason why there are none.</summary>
public sealed class JwksAnswer
{
    private JwksAnswer(ReadOnlyMemory<byte> body, string? error, bool mayPass)
    {
        Body = body;
        Error = error;
        MayPass = mayPass;
    }

    internal ReadOnlyMemory<byte> Body { get; }

    internal string? Error { get; }

    internal bool MayPass { get; }

    /// <summary>Creates a result from the bytes, which need not be checked: they are parsed strictly later.</summary>
    /// <param name="body">At most <see cref="JwksKeySource.MaxAnswerBytes"/>.</param>
    public static JwksAnswer FromBody(ReadOnlyMemory<byte> body) => new(body, null, mayPass: false);

    /// <summary>Creates a failure that another try would not change.</summary>
    /// <param name="error">The reason, in words for the log.</param>
    public static JwksAnswer Failed(string error) => new(default, error, mayPass: false);

    /// <summary>Creates a transient failure: no connection, a broken one, or a busy server.</summary>
    /// <param name="error">The reason, in words for the log.</param>
    public static JwksAnswer FailedInPassing(string error) => new(default, error, mayPass: true);
}
