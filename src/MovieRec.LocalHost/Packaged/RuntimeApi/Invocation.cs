using System.Diagnostics;

namespace MovieRec.LocalHost.Packaged.RuntimeApi;

/// <summary>An event on its way to a function, and the way back.</summary>
/// <param name="payload">The event, JSON.</param>
/// <param name="now">When it is given to the function.</param>
/// <param name="timeout">The function's time.</param>
internal sealed class Invocation(ReadOnlyMemory<byte> payload, DateTimeOffset now, TimeSpan timeout)
{
    private readonly TaskCompletionSource<InvocationResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string RequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>As X-Ray writes one that is not sampled: the time and 96 random bits, and the segment that calls.</summary>
    public string TraceId { get; } =
        $"Root=1-{now.ToUnixTimeSeconds():x8}-{ActivityTraceId.CreateRandom().ToHexString()[8..]};Parent={ActivitySpanId.CreateRandom().ToHexString()};Sampled=0";

    public ReadOnlyMemory<byte> Event => payload;

    /// <summary>When the function will be ended if it has not answered.</summary>
    public DateTimeOffset Deadline { get; } = now + timeout;

    public Task<InvocationResult> Answer => _answer.Task;

    public void End(InvocationResult result) => _answer.TrySetResult(result);
}
