using Microsoft.Extensions.Logging;
using MovieRec.Api;
using MovieRec.Lambda.Logging;
using MovieRec.Lambda.RuntimeApi;

namespace MovieRec.Lambda;

/// <summary>Environment variables that Lambda sets.</summary>
/// <param name="RuntimeApi"><c>AWS_LAMBDA_RUNTIME_API</c>: host and port.</param>
/// <param name="Handler"><c>_HANDLER</c>: the function.</param>
internal sealed record LambdaEnvironment(string? RuntimeApi, string? Handler);

/// <summary>Life of a function, from its start to its end.</summary>
internal static class LambdaHost
{
    /// <param name="environment">The variables that Lambda sets.</param>
    /// <param name="compose">Composes the function.</param>
    /// <param name="output">Standard output, for the log.</param>
    /// <param name="clock">For deadlines, pauses and the times in the log.</param>
    /// <param name="traceChanged">Called with the X-Ray trace of each invocation.</param>
    /// <param name="stop">SIGTERM.</param>
    /// <returns>The exit code: 0 if it was told to stop, 1 if it could not start or lost the Runtime API.</returns>
    public static async Task<int> RunAsync(
        LambdaEnvironment environment,
        FunctionComposer compose,
        Stream output,
        TimeProvider clock,
        Action<string?> traceChanged,
        CancellationToken stop)
    {
        using var lines = new JsonOutput(output, clock);
        var current = new CurrentInvocation();
        var log = new JsonOutputLogger(environment.Handler ?? "bootstrap", lines, current);
        try
        {
            using var api = new RuntimeApiClient(environment.RuntimeApi, clock);
            if (await StartAsync(api, environment, compose, log, stop) is not { } started)
                return 1;
            var loop = new InvocationLoop(
                api, started.Name, new EventDispatcher(started.Name, started.Function), current, lines, log, clock, traceChanged);
            await loop.RunAsync(stop);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (RuntimeApiException lost)
        {
            log.RuntimeApiLost(lost);
            return 1;
        }
    }

    private static async Task<(FunctionName Name, ComposedFunction Function)?> StartAsync(
        RuntimeApiClient api, LambdaEnvironment environment, FunctionComposer compose, ILogger log, CancellationToken stop)
    {
        try
        {
            var name = HandlerName.Parse(environment.Handler);
            return (name, await compose(name, log, stop));
        }
#pragma warning disable CA1031 // Any exception that stops the start-up is reported to Lambda.
        catch (Exception failure) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.StartFailed(failure);
            await api.FailInitAsync(failure, stop);
            return null;
        }
    }
}
