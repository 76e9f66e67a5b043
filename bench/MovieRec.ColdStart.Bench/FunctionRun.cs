using System.Diagnostics;
using System.Globalization;
using System.Text;
using MovieRec.LocalHost.Packaged.RuntimeApi;

namespace MovieRec.ColdStart.Bench;

/// <summary>
/// One process of a function under the Runtime API, from its start to its end. It is started by itself and not as the local host starts
/// it, whose shell and watcher would be in the figures.
/// </summary>
internal sealed class FunctionRun : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly InvocationQueue _queue = new();
    private readonly Process _process = new();
    private readonly Lock _writing = new();
    private readonly List<string> _output = [];
    private RuntimeApiServer? _api;
    private long _started;

    /// <summary>In milliseconds from the start of the process, to its first request for an event and to its first answer.</summary>
    public double Ready { get; private set; }

    public double Answered { get; private set; }

    /// <summary>The most memory that the process has had in RAM until now, in KB.</summary>
    public int PeakKilobytes => int.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    /// <summary>What the threads that it has now have been on a core; a thread that has ended is not counted, and at the start hardly one has.</summary>
    public double CpuMilliseconds => Directory.EnumerateDirectories($"/proc/{_process.Id}/task")
        .Sum(thread => long.Parse(File.ReadAllText(Path.Combine(thread, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture) / 1e6);

    /// <summary>Starts it with an event that is there already, as Lambda does, and gives the answer to it.</summary>
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
        var answer = InvokeAsync(payload, cancellationToken);
        _started = Stopwatch.GetTimestamp();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var answered = await answer;
        Answered = Stopwatch.GetElapsedTime(_started).TotalMilliseconds;
        await ready;
        return answered;
    }

    /// <summary>Gives it another event.</summary>
    public async Task<ReadOnlyMemory<byte>> InvokeAsync(byte[] payload, CancellationToken cancellationToken)
    {
        var invocation = new Invocation(payload, TimeProvider.System.GetUtcNow(), s_patience);
        _queue.Give(invocation);
        try
        {
            var result = await invocation.Answer.WaitAsync(s_patience, cancellationToken);
            return result.Outcome == InvocationOutcome.Answered ? result.Payload
                : throw Failed($"{result.Outcome} {Encoding.UTF8.GetString(result.Payload.Span)}");
        }
        catch (TimeoutException)
        {
            throw Failed("no answer");
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
            // The first lines say what is wrong where something is; the others have been read, which is what counts.
            if (line is not null && _output.Count < 10)
                _output.Add(line);
        }
    }

    private InvalidOperationException Failed(string how)
    {
        lock (_writing)
            return new InvalidOperationException($"The function did not answer ({how}): {string.Join('\n', _output)}");
    }
}
