using System.Diagnostics;
using System.Globalization;
using System.Text;
using MovieRec.LocalHost.Packaged.RuntimeApi;

namespace MovieRec.ColdStart.Bench;

/// <summary>One process of a function with its own Runtime API, from start to end.</summary>
/// <remarks>It is not started by the local host, whose shell and watcher would be part of the measurement.</remarks>
internal sealed class FunctionRun : IAsyncDisposable
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    private readonly InvocationQueue _queue = new();
    private readonly Process _process = new();
    private readonly Lock _writing = new();
    private readonly List<string> _output = [];
    private RuntimeApiServer? _api;
    private long _started;

    /// <summary>Milliseconds from the start of the process to its first request for an event; below, to its first response.</summary>
    public double Ready { get; private set; }

    public double Responded { get; private set; }

    /// <summary>Peak resident memory of the process so far, in KB.</summary>
    public int PeakKilobytes => int.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    /// <summary>Processor time of the current threads; ended threads are not counted, but at the start hardly any has ended.</summary>
    public double CpuMilliseconds => Directory.EnumerateDirectories($"/proc/{_process.Id}/task")
        .Sum(thread => long.Parse(File.ReadAllText(Path.Combine(thread, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture) / 1e6);

    /// <summary>Starts the process with an event already waiting, as Lambda does, and returns its response.</summary>
    public async Task<ReadOnlyMemory<byte>> StartAsync(
        Contender contender, string handler, Backend backend, byte[] payload, CancellationToken cancellationToken)
    {
        _api = await RuntimeApiServer.StartAsync(_queue, $"arn:aws:lambda:eu-west-1:000000000000:function:{handler}", cancellationToken);
        _process.StartInfo = new ProcessStartInfo(contender.Executable, contender.Arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = contender.TaskRoot,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process.StartInfo.Environment.Clear();
        foreach (var (name, value) in contender.EnvironmentWith(backend, _api.Address, handler))
            _process.StartInfo.Environment[name] = value;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        var ready = ReadyAsync();
        var response = InvokeAsync(payload, cancellationToken);
        _started = Stopwatch.GetTimestamp();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var responded = await response;
        Responded = Stopwatch.GetElapsedTime(_started).TotalMilliseconds;
        await ready;
        return responded;
    }

    /// <summary>Sends another event and returns its response.</summary>
    public async Task<ReadOnlyMemory<byte>> InvokeAsync(byte[] payload, CancellationToken cancellationToken)
    {
        var invocation = new Invocation(payload, TimeProvider.System.GetUtcNow(), s_timeout);
        _queue.Give(invocation);
        try
        {
            var result = await invocation.Response.WaitAsync(s_timeout, cancellationToken);
            return result.Outcome == InvocationOutcome.Responded ? result.Payload
                : throw Failed($"{result.Outcome} {Encoding.UTF8.GetString(result.Payload.Span)}");
        }
        catch (TimeoutException)
        {
            throw Failed("no response");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (_api is not null)
            await _api.DisposeAsync();
    }

    private async Task ReadyAsync()
    {
        await _queue.Started;
        Ready = Stopwatch.GetElapsedTime(_started).TotalMilliseconds;
    }

    private void Keep(string? line)
    {
        lock (_writing)
        {
            // The first lines report an error, if there is one; the others are only read, so that the process does not block.
            if (line is not null && _output.Count < 10)
                _output.Add(line);
        }
    }

    private InvalidOperationException Failed(string how)
    {
        lock (_writing)
            return new InvalidOperationException($"The function did not respond ({how}): {string.Join('\n', _output)}");
    }
}
