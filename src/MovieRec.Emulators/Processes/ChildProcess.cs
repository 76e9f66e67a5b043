using System.Diagnostics;

namespace MovieRec.Emulators.Processes;

/// <summary>Command line and environment of a child process.</summary>
public sealed record ChildProcessOptions
{
    /// <summary>A path, or a name on PATH.</summary>
    public required string Command { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>All of its environment; null for ours and <see cref="ExtraEnvironment"/>.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>Variables in addition to the parent's.</summary>
    public IReadOnlyDictionary<string, string> ExtraEnvironment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public required string WorkingDirectory { get; init; }

    /// <summary>Receives each line of standard output and standard error, from any thread.</summary>
    public required Action<string> Output { get; init; }
}

/// <summary>Child process that never outlives its parent, even if that is killed, and that a Ctrl-C does not reach.</summary>
/// <remarks>
/// A separate session keeps the terminal's signals away. A small watcher in it reads a pipe that only the parent holds, and ends the whole
/// session when the pipe does: the kernel closes it when the parent ends, for any reason.
/// </remarks>
public sealed class ChildProcess : IAsyncDisposable
{
    /// <summary>Exit code of a shell for a missing command.</summary>
    public const int NoSuchCommand = 127;

    // `exec`: the process id is the command's own. The pipe goes to descriptor 3, since a shell gives a background command another standard
    // input.
    private const string Watched = """
        exec 3<&0
        (while read -r line <&3; do :; done; kill -KILL 0) >/dev/null 2>&1 &
        exec 3<&- </dev/null
        exec "$@"
        """;

    private readonly Process _process;
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool _disposed;

    private ChildProcess(ProcessStartInfo start, Action<string> output)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.Exited += (_, _) => _exited.TrySetResult(_process.ExitCode);
        _process.OutputDataReceived += (_, line) => Tell(output, line.Data);
        _process.ErrorDataReceived += (_, line) => Tell(output, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>Its exit code, when it has ended; 128 and the signal's number where a signal ended it.</summary>
    public Task<int> Exited => _exited.Task;

    public static ChildProcess Start(ChildProcessOptions options)
    {
        var start = new ProcessStartInfo("setsid")
        {
            UseShellExecute = false,
            WorkingDirectory = options.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "/bin/sh", "-c", Watched, "sh", options.Command },
        };
        foreach (var argument in options.Arguments)
            start.ArgumentList.Add(argument);
        if (options.Environment is not null)
            start.Environment.Clear();
        foreach (var (name, value) in options.Environment ?? options.ExtraEnvironment)
            start.Environment[name] = value;
        return new ChildProcess(start, options.Output);
    }

    /// <summary>SIGKILL, to it and to all it has started; returns when it is gone.</summary>
    public async Task KillAsync()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Nothing is ever written; a pipe whose other end has gone is as good as closed.
        }

        _process.Kill();
        await _exited.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
            return;
        await KillAsync();
        _process.Dispose();
    }

    private static void Tell(Action<string> output, string? line)
    {
        if (line is not null)
            output(line);
    }
}
