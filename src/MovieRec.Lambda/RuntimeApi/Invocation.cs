namespace MovieRec.Lambda.RuntimeApi;

/// <summary>An event that needs a response.</summary>
/// <param name="RequestId">Lambda's id of the invocation, which the response must name.</param>
/// <param name="TraceId">The X-Ray trace, for the log; null if there is none.</param>
/// <param name="Deadline">The time at which Lambda ends the process if there is no response.</param>
/// <param name="Event">JSON; valid until the next invocation is requested.</param>
internal sealed record Invocation(string RequestId, string? TraceId, DateTimeOffset Deadline, ReadOnlyMemory<byte> Event);
