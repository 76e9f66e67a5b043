using MovieRec.Api.Outcomes;
using MovieRec.Emulators.Processes;

namespace MovieRec.Emulators;

/// <summary>A program that serves a port of its own until it is disposed of.</summary>
internal sealed class Emulator : IAsyncDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    private readonly ChildProcess _process;

    private Emulator(ChildProcess process) => _process = process;

    /// <summary>Starts it, and waits until it takes connections, however slow the machine is.</summary>
    /// <exception cref="ConfigurationException">It is not installed, or ends by itself.</exception>
    public static async Task<Emulator> StartAsync(
        string name, ChildProcessOptions options, int port, TimeProvider clock, CancellationToken cancellationToken)
    {
        var process = ChildProcess.Start(options);
        try
        {
            await ServingAsync(name, process, options.Command, port, clock, cancellationToken);
            return new Emulator(process);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task ServingAsync(
        string name, ChildProcess process, string command, int port, TimeProvider clock, CancellationToken cancellationToken)
    {
        while (!await LoopbackPort.TakesConnectionsAsync(port, cancellationToken))
        {
            if (process.Exited.IsCompleted)
                throw Ended(name, command, await process.Exited);
            await Task.Delay(s_pause, clock, cancellationToken);
        }
    }

    private static ConfigurationException Ended(string name, string command, int code) => new(
        code == ChildProcess.NoSuchCommand
            ? $"{name} needs {command}: install it and put it on PATH."
            : $"{name} ended with exit code {code} when it was started by {command}.");
}
