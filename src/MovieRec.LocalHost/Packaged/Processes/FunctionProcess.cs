using MovieRec.Emulators.Processes;
using MovieRec.LocalHost.Packaged.RuntimeApi;

namespace MovieRec.LocalHost.Packaged.Processes;

/// <summary>One process of a function, run as Lambda does.</summary>
/// <remarks>It has its own environment and Runtime API, handles one event at a time, and is ended if it exceeds its timeout.</remarks>
internal sealed class FunctionProcess : IAsyncDisposable
{
    private readonly InvocationQueue _queue;
    private readonly RuntimeApiServer _api;
    private readonly ChildProcess _process;
    private readonly FunctionProcessOptions _options;
    private readonly SemaphoreSlim _one = new(1);

    private FunctionProcess(InvocationQueue queue, RuntimeApiServer api, ChildProcess process, FunctionProcessOptions options)
    {
        _queue = queue;
        _api = api;
        _process = process;
        _options = options;
    }

    /// <summary>The process id of the executable itself, not of a program that started it.</summary>
    public int Id => _process.Id;

    public bool HasEnded => _process.Exited.IsCompleted;

    /// <summary>True if it can handle another event: it is running and has started without an error.</summary>
    public bool IsUsable => !HasEnded && _queue.Started is { IsCompletedSuccessfully: true, Result: null };

    /// <summary>Starts a process; the first invocation reports an error of the start.</summary>
    public static async Task<FunctionProcess> StartAsync(FunctionProcessOptions options, CancellationToken cancellationToken)
    {
        var queue = new InvocationQueue();
        var api = await RuntimeApiServer.StartAsync(
            queue, $"arn:aws:lambda:{options.Region}:000000000000:function:{options.Handler}", cancellationToken);
        try
        {
            var process = ChildProcess.Start(new ChildProcessOptions
            {
                Command = options.Executable,
                Arguments = options.Arguments,
                Environment = LambdaEnvironment.Create(options, api.Address),
                WorkingDirectory = options.TaskRoot,
                Output = options.Log,
            });
            return new FunctionProcess(queue, api, process, options);
        }
        catch
        {
            await api.DisposeAsync();
            throw;
        }
    }

    /// <summary>Passes an event to the process and waits for the result; calls run one after the other.</summary>
    /// <param name="payload">The event as JSON.</param>
    /// <param name="timeout">The function's timeout, from the end of its start.</param>
    /// <exception cref="OperationCanceledException">The call was cancelled; the process is ended, because its state is unknown.</exception>
    public async Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload, TimeSpan timeout, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return await StartedAsync(cancellationToken) ?? await RespondAsync(payload, timeout, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await _process.KillAsync();
            throw;
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _api.DisposeAsync();
        _one.Dispose();
    }

    /// <returns>Null if it has started, else the reason why it has not.</returns>
    private async Task<InvocationResult?> StartedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAny(_queue.Started, _process.Exited).WaitAsync(_options.InitTimeout, _options.Clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            await _process.KillAsync();
            return new InvocationResult(InvocationOutcome.NotStarted);
        }

        return _queue.Started.IsCompleted ? await _queue.Started : new InvocationResult(InvocationOutcome.Exited);
    }

    private async Task<InvocationResult> RespondAsync(ReadOnlyMemory<byte> payload, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var invocation = new Invocation(payload, _options.Clock.GetUtcNow(), timeout);
        _queue.Give(invocation);
        try
        {
            await Task.WhenAny(invocation.Response, _process.Exited).WaitAsync(timeout, _options.Clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            await _process.KillAsync();
            return new InvocationResult(InvocationOutcome.TimedOut);
        }

        return invocation.Response.IsCompleted ? await invocation.Response : new InvocationResult(InvocationOutcome.Exited);
    }
}
