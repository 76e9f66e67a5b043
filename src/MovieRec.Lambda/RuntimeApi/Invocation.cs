namespace MovieRec.Lambda.RuntimeApi;

/// <summary>An event to answer.</summary>
/// <param name="RequestId">Lambda's id of the invocation, which its answer names.</param>
/// <param name="TraceId">The X-Ray trace, for the log; null where there is none.</param>
/// <param name="Deadline">When Lambda ends the process if it has not answered.</param>
/// <param name="Event">JSON; good until the next invocation is asked for.</param>
internal sealed record Invocation(string RequestId, string? TraceId, DateTimeOffset Deadline, ReadOnlyMemory<byte> Event);
