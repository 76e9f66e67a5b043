using System.Threading.Channels;

namespace MovieRec.LocalHost.Packaged.RuntimeApi;

/// <summary>Queue of invocations between the host and a function's process.</summary>
/// <remarks>
/// A function starts, then waits for an event, handles it, and waits again. Calls out of this order are rejected, as Lambda does.
/// </remarks>
internal sealed class InvocationQueue
{
    private readonly Lock _gate = new();
    private readonly Channel<Invocation> _waiting = Channel.CreateUnbounded<Invocation>();
    private readonly TaskCompletionSource<InvocationResult?> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Invocation? _current;

    /// <summary>Completes with null at the request for the first event, or with the report of a failed start.</summary>
    public Task<InvocationResult?> Started => _started.Task;

    public void Give(Invocation invocation) => _waiting.Writer.TryWrite(invocation);

    /// <summary>Waits for the next event; returns null if the function has not responded to its current one.</summary>
    public async Task<Invocation?> NextAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_current is not null)
                return null;
        }

        _started.TrySetResult(null);
        var next = await _waiting.Reader.ReadAsync(cancellationToken);
        lock (_gate)
            _current = next;
        return next;
    }

    /// <returns>False if this is not the function's current invocation.</returns>
    public bool TryEnd(string requestId, InvocationResult result)
    {
        Invocation? ended;
        lock (_gate)
        {
            if (_current?.RequestId != requestId)
                return false;
            ended = _current;
            _current = null;
        }

        ended.End(result);
        return true;
    }

    /// <returns>False if the function has already started.</returns>
    public bool TryFailStart(ReadOnlyMemory<byte> report) =>
        _started.TrySetResult(new InvocationResult(InvocationOutcome.NotStarted, report));
}
