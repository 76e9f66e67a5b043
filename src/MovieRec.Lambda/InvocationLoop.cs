using Microsoft.Extensions.Logging;
using MovieRec.Api;
using MovieRec.Lambda.Logging;
using MovieRec.Lambda.RuntimeApi;

namespace MovieRec.Lambda;

/// <summary>Loop that gets an event, responds to it and logs it, until it is told to stop.</summary>
/// <param name="traceChanged">Called with the X-Ray trace of each invocation, for <c>_X_AMZN_TRACE_ID</c>.</param>
internal sealed class InvocationLoop(
    RuntimeApiClient api,
    FunctionName name,
    EventDispatcher dispatcher,
    CurrentInvocation current,
    JsonOutput output,
    ILogger log,
    TimeProvider clock,
    Action<string?> traceChanged)
{
    /// <summary>Time between the cancellation of a function and its deadline, to report the error before Lambda ends the process.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(500);

    /// <summary>Lambda's maximum time of a function.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(15);

    /// <param name="stop">Ends the wait for an event; the response to a current event is sent first.</param>
    /// <exception cref="RuntimeApiException">The Runtime API is gone for good.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        for (var cold = true; !stop.IsCancellationRequested; cold = false)
        {
            Invocation invocation;
            try
            {
                invocation = await api.NextAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }

            await ServeAsync(invocation, cold);
        }
    }

    private async Task ServeAsync(Invocation invocation, bool cold)
    {
        var started = clock.GetTimestamp();
        var line = new InvocationLine
        {
            Function = name,
            RequestId = invocation.RequestId,
            LambdaRequestId = invocation.RequestId,
            TraceId = invocation.TraceId,
            Cold = cold,
        };
        current.RequestId = invocation.RequestId;
        current.TraceId = invocation.TraceId;
        traceChanged(invocation.TraceId);

        if (await FailureAsync(invocation, line) is { } failure)
        {
            line.Status = 500;
            log.InvocationFailed(failure);
            await api.FailAsync(invocation, failure, CancellationToken.None);
        }

        line.Write(output, clock.GetElapsedTime(started), clock.GetUtcNow().ToUnixTimeMilliseconds());
        current.RequestId = null;
        current.TraceId = null;
    }

    /// <summary>Responds to an invocation; returns the exception if that fails.</summary>
    private async Task<Exception?> FailureAsync(Invocation invocation, InvocationLine line)
    {
        ReadOnlyMemory<byte> response;
        using var deadline = new CancellationTokenSource(TimeFor(invocation), clock);
        try
        {
            response = await dispatcher.RespondAsync(invocation, line, current, deadline.Token);
        }
#pragma warning disable CA1031 // Any exception is reported to Lambda, and the loop continues.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure;
        }

        return await api.RespondAsync(invocation, response, CancellationToken.None)
            ? null
            : new InvalidOperationException("Lambda did not accept the response: it is too large, or too late.");
    }

    private TimeSpan TimeFor(Invocation invocation)
    {
        var left = invocation.Deadline - clock.GetUtcNow() - Margin;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left > s_longest ? s_longest : left;
    }
}
