namespace MovieRec.Jwt.Keys;

/// <summary>What one try to get a JWKS brought: its bytes, or why there are none.</summary>
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

    /// <summary>The bytes, whatever they are: they are read as strictly as if nobody had looked at them.</summary>
    /// <param name="body">At most <see cref="JwksKeySource.MaxAnswerBytes"/>.</param>
    public static JwksAnswer FromBody(ReadOnlyMemory<byte> body) => new(body, null, mayPass: false);

    /// <summary>No bytes, and another try would bring none either.</summary>
    /// <param name="error">Why, in words for the log.</param>
    public static JwksAnswer Failed(string error) => new(default, error, mayPass: false);

    /// <summary>No bytes, for a cause that may be over the next moment: no connection, a broken one, a busy server.</summary>
    /// <param name="error">Why, in words for the log.</param>
    public static JwksAnswer FailedInPassing(string error) => new(default, error, mayPass: true);
}
