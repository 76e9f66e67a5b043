using System.Threading.Channels;

namespace MovieRec.LocalHost.Packaged.RuntimeApi;

/// <summary>
/// Where who invokes and the function meet. A function is starting, then waits for an event, then is at one, then waits again; what it
/// says out of this order is refused, as Lambda refuses it.
/// </summary>
internal sealed class InvocationQueue
{
    private readonly Lock _gate = new();
    private readonly Channel<Invocation> _waiting = Channel.CreateUnbounded<Invocation>();
    private readonly TaskCompletionSource<InvocationResult?> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Invocation? _current;

    /// <summary>Completes when the function has asked for its first event, with null, or has said that it cannot start, with its report.</summary>
    public Task<InvocationResult?> Started => _started.Task;

    public void Give(Invocation invocation) => _waiting.Writer.TryWrite(invocation);

    /// <summary>Waits for the next event; null where the function has one that it has not answered.</summary>
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

    /// <returns>False where this is not the invocation that the function is at.</returns>
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

    /// <returns>False where the function has started long since.</returns>
    public bool TryFailStart(ReadOnlyMemory<byte> report) => _started.TrySetResult(new InvocationResult(InvocationOutcome.NotStarted, report));
}
