using System.Collections.Concurrent;
using MovieRec.LocalHost.Packaged.RuntimeApi;

namespace MovieRec.LocalHost.Packaged.Processes;

/// <summary>
/// The processes of one function, as Lambda keeps them: none until somebody calls, one more where all are busy, the warmest first, and a
/// new one for one that has ended. Beyond <see cref="MaxProcesses"/> callers wait, where Lambda would refuse them.
/// </summary>
internal sealed class FunctionPool(FunctionProcessOptions options, TimeSpan timeout) : IAsyncDisposable
{
    /// <summary>Enough that callers at the same time are served at the same time, and few enough for one machine.</summary>
    public const int MaxProcesses = 4;

    private readonly SemaphoreSlim _free = new(MaxProcesses);
    private readonly ConcurrentStack<FunctionProcess> _idle = new();
    private readonly CancellationTokenSource _disposed = new();

    /// <summary>Gives the function an event and waits for the answer.</summary>
    /// <exception cref="OperationCanceledException">The caller no longer waits; the process that was at it has been ended.</exception>
    public async Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        await _free.WaitAsync(either.Token);
        try
        {
            var process = await IdleAsync() ?? await FunctionProcess.StartAsync(options, either.Token);
            try
            {
                return await process.InvokeAsync(payload, timeout, either.Token);
            }
            finally
            {
                await KeepAsync(process);
            }
        }
        finally
        {
            _free.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _disposed.CancelAsync();
        // All that are out have come back, or been ended.
        for (var i = 0; i < MaxProcesses; i++)
            await _free.WaitAsync();
        while (_idle.TryPop(out var process))
            await process.DisposeAsync();
        _free.Dispose();
        _disposed.Dispose();
    }

    private async Task<FunctionProcess?> IdleAsync()
    {
        while (_idle.TryPop(out var process))
        {
            if (!process.HasEnded)
                return process;
            await process.DisposeAsync();
        }

        return null;
    }

    private async Task KeepAsync(FunctionProcess process)
    {
        if (process.IsUsable)
            _idle.Push(process);
        else
            await process.DisposeAsync();
    }
}
