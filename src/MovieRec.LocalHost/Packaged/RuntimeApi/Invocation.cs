using System.Diagnostics;

namespace MovieRec.LocalHost.Packaged.RuntimeApi;

/// <summary>An event for a function, and its pending result.</summary>
/// <param name="payload">The event as JSON.</param>
/// <param name="now">The time at which the function gets it.</param>
/// <param name="timeout">The function's timeout.</param>
internal sealed class Invocation(ReadOnlyMemory<byte> payload, DateTimeOffset now, TimeSpan timeout)
{
    private readonly TaskCompletionSource<InvocationResult> _response = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string RequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>An X-Ray trace that is not sampled: the time and 96 random bits, and the calling segment.</summary>
    public string TraceId { get; } =
        $"Root=1-{now.ToUnixTimeSeconds():x8}-{ActivityTraceId.CreateRandom().ToHexString()[8..]};"
        + $"Parent={ActivitySpanId.CreateRandom().ToHexString()};Sampled=0";

    public ReadOnlyMemory<byte> Event => payload;

    /// <summary>Time at which the function is ended if it has not responded.</summary>
    public DateTimeOffset Deadline { get; } = now + timeout;

    public Task<InvocationResult> Response => _response.Task;

    public void End(InvocationResult result) => _response.TrySetResult(result);
}
