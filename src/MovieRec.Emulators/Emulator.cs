using MovieRec.Api.Outcomes;
using MovieRec.Emulators.Processes;

namespace MovieRec.Emulators;

/// <summary>Child process that serves a port until it is disposed of.</summary>
internal sealed class Emulator : IAsyncDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    private readonly ChildProcess _process;

    private Emulator(ChildProcess process) => _process = process;

    /// <summary>Starts the program and waits, without a timeout since the machine may be slow, until it accepts connections.</summary>
    /// <exception cref="ConfigurationException">The program is not installed, or ends by itself.</exception>
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
