using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MovieRec.Aws.Tests.Emulators;

/// <summary>A program that serves a port of its own until it is disposed of.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_startsWithin = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private EmulatorProcess(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts it, and waits until it takes connections.</summary>
    public static async Task<EmulatorProcess> StartAsync(ProcessStartInfo start, int port)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        // Read, though nobody listens: a full pipe would stop it.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var emulator = new EmulatorProcess(process, port);
        using var patience = new CancellationTokenSource(s_startsWithin);
        while (!await TakesConnectionsAsync(port, patience.Token))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}.");
            await Task.Delay(20, patience.Token);
        }
        return emulator;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> TakesConnectionsAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
