using System.Collections.Concurrent;
using MovieRec.LocalHost.Packaged.RuntimeApi;

namespace MovieRec.LocalHost.Packaged.Processes;

/// <summary>Pool of the processes of one function, managed as Lambda does.</summary>
/// <remarks>
/// There is none before the first call. If all are busy, another one starts; the most recently used one is taken first, and one that
/// has ended is replaced. Beyond <see cref="MaxProcesses"/> calls wait, while Lambda would reject them.
/// </remarks>
internal sealed class FunctionPool(FunctionProcessOptions options, TimeSpan timeout) : IAsyncDisposable
{
    /// <summary>Maximum number of processes: enough for concurrent requests, and few enough for one machine.</summary>
    public const int MaxProcesses = 4;

    private readonly SemaphoreSlim _free = new(MaxProcesses);
    private readonly ConcurrentStack<FunctionProcess> _idle = new();
    private readonly CancellationTokenSource _disposed = new();

    /// <summary>Passes an event to the function and waits for the result.</summary>
    /// <exception cref="OperationCanceledException">The call was cancelled; the process that handled it has been ended.</exception>
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
        // Waits until every process has been returned or ended.
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
