using System.Diagnostics;

namespace MovieRec.ColdStart.Bench;

/// <summary>Runs contenders in turn, so that other load on the machine affects all alike.</summary>
internal sealed class Measurement(Backend backend, BenchOptions options)
{
    private const string Handler = "FavouritesFunction";

    /// <summary>Events with different tokens, more than the cache of signatures holds, so that each is verified.</summary>
    private readonly List<byte[]> _events =
        [.. Enumerable.Range(0, Math.Max(options.Warm, 300)).Select(_ => ProxyEvent.Write(backend.Issuer.NewToken()))];

    /// <exception cref="InvalidOperationException">The contenders' responses differ.</exception>
    public async Task<IReadOnlyList<Figures>> RunAsync(IReadOnlyList<Contender> contenders, CancellationToken cancellationToken)
    {
        var first = new List<ReadOnlyMemory<byte>>();
        // Not measured: this bench's servers are cold, and DynamoDB's responses are being recorded.
        foreach (var contender in contenders)
        {
            await using var run = new FunctionRun();
            first.Add((await run.StartAsync(contender, Handler, backend, _events[0], cancellationToken)).ToArray());
            for (var call = 0; call < options.Warm; call++)
                await run.InvokeAsync(_events[call % _events.Count], cancellationToken);
        }

        foreach (var other in first.Skip(1))
            Responses.Compare(first[0], other);
        var recordings = backend.Recordings;
        var figures = contenders.Select(_ => new Figures()).ToList();
        for (var round = 0; round < options.Runs; round++)
        {
            for (var at = 0; at < contenders.Count; at++)
                await MeasureAsync(contenders[at], figures[at], cancellationToken);
        }

        return backend.Recordings == recordings
            ? figures
            : throw new InvalidOperationException("A request differed from the recorded one: the figures include DynamoDB Local.");
    }

    private async Task MeasureAsync(Contender contender, Figures figures, CancellationToken cancellationToken)
    {
        await using var run = new FunctionRun();
        Responses.RequireItems(await run.StartAsync(contender, Handler, backend, _events[0], cancellationToken));
        figures.Ready.Add(run.Ready);
        figures.Responded.Add(run.Responded);
        figures.Cpu.Add(run.CpuMilliseconds);
        figures.FirstMemory.Add(run.PeakKilobytes / 1024.0);
        await WarmAsync(run, call => _events[call % _events.Count], figures.WarmP50, figures.WarmP99, cancellationToken);
        await WarmAsync(run, _ => _events[0], figures.AgainP50, figures.AgainP99, cancellationToken);
        figures.Memory.Add(run.PeakKilobytes / 1024.0);
    }

    private async Task WarmAsync(
        FunctionRun run, Func<int, byte[]> payload, List<double> p50, List<double> p99, CancellationToken cancellationToken)
    {
        var times = new List<double>(options.Warm);
        for (var call = 0; call < options.Warm; call++)
        {
            var started = Stopwatch.GetTimestamp();
            var response = await run.InvokeAsync(payload(call), cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            Responses.RequireItems(response);
        }

        p50.Add(Figures.Median(times));
        p99.Add(Figures.Percentile(times, 99));
    }
}
