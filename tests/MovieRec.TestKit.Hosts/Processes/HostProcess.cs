using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Service;

namespace MovieRec.TestKit.Hosts.Processes;

/// <summary>The product as a user starts it: its own process and port, its data in the test's folder.</summary>
/// <remarks>Its limits are wider than those of <c>./run</c>. Start-up waits for the host's own line or its end, without a timeout, because
/// a machine may be slow.</remarks>
public sealed partial class HostProcess : IAsyncDisposable
{
    private static readonly string s_program = typeof(TestLimits).Assembly.Location;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource<Match> _serving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(string command, string[] arguments, params IReadOnlyList<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(command)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => TakeError(line.Data);
        _process.Exited += (_, _) => _serving.TrySetException(new InvalidOperationException($"The host ended: {Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Address { get; private set; } = "";

    /// <summary>Address of the inbox, with its token.</summary>
    public string Inbox { get; private set; } = "";

    /// <summary>Output of the host so far, logs included.</summary>
    public string Output => string.Join('\n', _output);

    public int ProcessId => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>Starts a host and returns when it serves.</summary>
    public static Task<HostProcess> StartAsync(string dataFolder, params string[] arguments) => StartAsync([], dataFolder, arguments);

    /// <summary>Starts a host with additional environment variables and returns when it serves.</summary>
    public static Task<HostProcess> StartAsync(
        IReadOnlyList<(string Name, string Value)> environment, string dataFolder, params string[] arguments) =>
        ServingAsync(new HostProcess("dotnet", [s_program, .. Arguments(dataFolder, arguments)], environment));

    /// <summary>Starts a host that may open this many file descriptors.</summary>
    public static Task<HostProcess> StartWithDescriptorsAsync(int number, string dataFolder) =>
        ServingAsync(new HostProcess("prlimit", [$"--nofile={number}", "dotnet", s_program, .. Arguments(dataFolder, [])]));

    /// <summary>Starts the host by a command such as <c>./run</c>, which first builds what is out of date.</summary>
    public static Task<HostProcess> StartByCommandAsync(
        string command, IReadOnlyList<(string Name, string Value)> environment, string dataFolder, params string[] arguments) =>
        ServingAsync(new HostProcess(command, Arguments(dataFolder, arguments), environment));

    /// <summary>Runs a host that is expected to end by itself.</summary>
    /// <param name="arguments">All arguments; none are added.</param>
    public static Task<EndedHost> RunToEndAsync(params string[] arguments) => RunToEndAsync([], arguments);

    /// <summary>Runs such a host with additional environment variables.</summary>
    public static async Task<EndedHost> RunToEndAsync(IReadOnlyList<(string Name, string Value)> environment, params string[] arguments)
    {
        await using var host = new HostProcess("dotnet", [s_program, .. arguments], environment);
        await host._process.WaitForExitAsync();
        return new EndedHost(host._process.ExitCode, host.Output, [.. host._errors]);
    }

    public Task<ApiClient> NewUserAsync(string email) => ApiClient.SignedInAsync(Address, Inbox, email);

    /// <summary>Kills the host with SIGKILL, which leaves it no chance to clean up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the host to stop: <c>INT</c> as Ctrl-C does, <c>TERM</c> as a service manager does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync(string signal)
    {
        await SignalAsync(signal);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Sends the host a signal: <c>STOP</c> pauses it, as a slow machine does, and <c>CONT</c> continues it.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString()]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static string[] Arguments(string dataFolder, string[] arguments) =>
        ["--data", dataFolder, .. arguments.Contains("--port") ? [] : (string[])["--port", "0"], .. arguments];

    private static async Task<HostProcess> ServingAsync(HostProcess host)
    {
        var serving = await host._serving.Task;
        (host.Address, host.Inbox) = (serving.Groups["address"].Value, serving.Groups["inbox"].Value);
        return host;
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        if (Serving().Match(line) is { Success: true } serving)
            _serving.TrySetResult(serving);
    }

    private void TakeError(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        _errors.Enqueue(line);
    }

    /// <summary>Line that a host prints when it serves.</summary>
    [GeneratedRegex(
        @"^MovieRec: page (?<address>\S+?)/#\S+  API \S+  mail (?<inbox>\S+) ", RegexOptions.None,
        matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Serving();
}

/// <summary>Result of a host that has ended.</summary>
/// <param name="Output">All that it printed, on either stream.</param>
/// <param name="Errors">The lines of its standard error.</param>
public sealed record EndedHost(int ExitCode, string Output, IReadOnlyList<string> Errors);
