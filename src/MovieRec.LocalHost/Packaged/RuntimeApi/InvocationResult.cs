namespace MovieRec.LocalHost.Packaged.RuntimeApi;

/// <summary>Outcome of an invocation.</summary>
internal enum InvocationOutcome
{
    /// <summary>The function sent a response.</summary>
    Responded,

    /// <summary>The function reported an error; its process continues.</summary>
    Failed,

    /// <summary>The process reported that it cannot start, or did not request an event in time.</summary>
    NotStarted,

    /// <summary>The function did not respond in time; its process has been ended.</summary>
    TimedOut,

    /// <summary>The process ended without a response.</summary>
    Exited,
}

/// <param name="Payload">The response, or the report of the error; empty if there is none.</param>
internal sealed record InvocationResult(InvocationOutcome Outcome, ReadOnlyMemory<byte> Payload = default);
