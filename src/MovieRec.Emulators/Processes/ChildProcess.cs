using System.Diagnostics;

namespace MovieRec.Emulators.Processes;

/// <summary>Command line and environment of a child process.</summary>
public sealed record ChildProcessOptions
{
    /// <summary>A path, or a name on PATH.</summary>
    public required string Command { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The whole environment; null for the parent's with <see cref="ExtraEnvironment"/> added.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>Variables in addition to the parent's.</summary>
    public IReadOnlyDictionary<string, string> ExtraEnvironment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public required string WorkingDirectory { get; init; }

    /// <summary>Receives each line of standard output and standard error, from any thread.</summary>
    public required Action<string> Output { get; init; }
}

/// <summary>Child process that never outlives its parent, even if the parent is killed, and that receives no Ctrl-C.</summary>
/// <remarks>
/// It runs in a separate session, which the terminal's signals do not reach. A small watcher in that session reads a pipe that only the
/// parent holds, and kills the whole session when the pipe ends: the kernel closes the pipe when the parent ends, for any reason.
/// </remarks>
public sealed class ChildProcess : IAsyncDisposable
{
    /// <summary>Exit code of a shell for a missing command.</summary>
    public const int NoSuchCommand = 127;

    // `exec` replaces the shell, so that the process id is the command's. The pipe is moved to descriptor 3, since a shell gives a
    // background command another standard input.
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

    /// <summary>Exit code, once the process has ended: 128 plus the signal's number if a signal ended it.</summary>
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

    /// <summary>Kills the process and all that it started (SIGKILL); completes when the process has ended.</summary>
    public async Task KillAsync()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Nothing is ever written, so a pipe whose other end is closed needs no closing.
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
