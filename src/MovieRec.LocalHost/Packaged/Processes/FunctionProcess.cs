using MovieRec.Emulators.Processes;
using MovieRec.LocalHost.Packaged.RuntimeApi;

namespace MovieRec.LocalHost.Packaged.Processes;

/// <summary>
/// One process of a function, as Lambda runs it: an environment of its own, a Runtime API of its own, one event at a time, ended when it
/// does not keep to its time.
/// </summary>
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

    /// <summary>The process id of the executable itself, whatever started it.</summary>
    public int Id => _process.Id;

    public bool HasEnded => _process.Exited.IsCompleted;

    /// <summary>Whether it can take another event: it lives, and has not said that it cannot start.</summary>
    public bool IsUsable => !HasEnded && _queue.Started is { IsCompletedSuccessfully: true, Result: null };

    /// <summary>Starts it; what it says of its start is told by the first invocation.</summary>
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

    /// <summary>Gives it an event and waits for the answer. One at a time: the next waits for the one before.</summary>
    /// <param name="payload">JSON.</param>
    /// <param name="timeout">The function's time, which begins when it has started.</param>
    /// <exception cref="OperationCanceledException">The caller no longer waits; the process is ended, for nobody knows what it is at.</exception>
    public async Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload, TimeSpan timeout, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return await StartedAsync(cancellationToken) ?? await AnswerAsync(payload, timeout, cancellationToken);
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

    /// <returns>Null when it has started, or why it has not.</returns>
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

    private async Task<InvocationResult> AnswerAsync(ReadOnlyMemory<byte> payload, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var invocation = new Invocation(payload, _options.Clock.GetUtcNow(), timeout);
        _queue.Give(invocation);
        try
        {
            await Task.WhenAny(invocation.Answer, _process.Exited).WaitAsync(timeout, _options.Clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            await _process.KillAsync();
            return new InvocationResult(InvocationOutcome.TimedOut);
        }

        return invocation.Answer.IsCompleted ? await invocation.Answer : new InvocationResult(InvocationOutcome.Exited);
    }
}
