using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace MovieRec.Tmdb.Resilience;

/// <summary>Resilience pipelines: retries, each through the circuit breaker, then <see cref="RequestGate"/>, then a timeout.</summary>
internal sealed class Pipelines
{
    private readonly CircuitBreakerStateProvider _circuit = new();

    public Pipelines(TmdbOptions options, TimeProvider clock, Random random, ILogger log)
    {
        Gate = new RequestGate(options.RequestsPerSecond, options.MaxConcurrent, clock);
        Tries = new ResiliencePipelineBuilder { TimeProvider = clock }.AddTries(options, random, log)
            .AddCircuitBreaker(Breaker(options, log, _circuit)).Build();
        Timed = new ResiliencePipelineBuilder { TimeProvider = clock }.AddTimeout(
            new TimeoutStrategyOptions { Timeout = options.TryTimeout }).Build();
    }

    public RequestGate Gate { get; }

    public ResiliencePipeline Tries { get; }

    public ResiliencePipeline Timed { get; }

    /// <summary>True if the circuit breaker is open, which it may become after a call has passed it.</summary>
    public bool IsOpen => _circuit.CircuitState is CircuitState.Open or CircuitState.Isolated;

    private static CircuitBreakerStrategyOptions Breaker(TmdbOptions options, ILogger log, CircuitBreakerStateProvider circuit) => new()
    {
        StateProvider = circuit,
        ShouldHandle = static tried => new(tried.Outcome.Exception is FailedTryException { IsOutage: true }),
        FailureRatio = 0.5,
        MinimumThroughput = options.OutageTries,
        SamplingDuration = options.OutageWindow,
        BreakDuration = options.OutagePause,
        OnOpened = opened =>
        {
            log.OutageBegan(opened.BreakDuration.TotalSeconds);
            return default;
        },
        OnClosed = _ =>
        {
            log.OutageEnded();
            return default;
        },
    };
}

internal static class PipelineParts
{
    public static ResiliencePipelineBuilder AddTries(
        this ResiliencePipelineBuilder builder, TmdbOptions options, Random random, ILogger log)
    {
        if (options.Attempts == 1)
            return builder;
        var turn = new Lock();
        return builder.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = static tried => new(tried.Outcome.Exception is FailedTryException),
            MaxRetryAttempts = options.Attempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.Delay,
            MaxDelay = options.MaxDelay,
            // RequestGate applies this delay to all other calls too.
            DelayGenerator = static tried => new(tried.Outcome.Exception is FailedTryException { RetryAfter: { } wait } ? wait : null),
            Randomizer = () =>
            {
                lock (turn)
                    return random.NextDouble();
            },
            OnRetry = tried =>
            {
                if (tried.Outcome.Exception is FailedTryException failed)
                    log.TryFailed(failed.Endpoint, tried.AttemptNumber + 1, failed.Message, (int)tried.RetryDelay.TotalMilliseconds);
                return default;
            },
        });
    }
}
