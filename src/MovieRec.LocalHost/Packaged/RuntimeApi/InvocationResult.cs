namespace MovieRec.LocalHost.Packaged.RuntimeApi;

/// <summary>How an invocation ended.</summary>
internal enum InvocationOutcome
{
    /// <summary>The function answered.</summary>
    Answered,

    /// <summary>The function reported an error; its process goes on.</summary>
    Failed,

    /// <summary>The process could not start, and said why, or did not ask for an event in time.</summary>
    NotStarted,

    /// <summary>The function did not answer in time; its process has been ended.</summary>
    TimedOut,

    /// <summary>The process ended without an answer.</summary>
    Exited,
}

/// <param name="Payload">The answer, or the report of the error; empty where there is none.</param>
internal sealed record InvocationResult(InvocationOutcome Outcome, ReadOnlyMemory<byte> Payload = default);
