using System.Net.Sockets;
using MovieRec.TestKit;

namespace MovieRec.EndToEnd.Durability;

/// <summary>Idle connections, which once used up all descriptors and ended the process with "Out of memory.".</summary>
public sealed class IdleConnectionTests
{
    private const int Descriptors = 400;

    /// <summary>Fewer than the 512 that Kestrel lets wait, so that all connect while the host is paused.</summary>
    private const int Connections = 450;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // The host is paused while the clients connect, so that it then accepts all of them at once, as on a slow machine.
    [Fact]
    public async Task Host_WithMoreIdleConnectionsThanDescriptors_GoesOnServing()
    {
        using var data = new TemporaryFolder();
        await using var host = await HostProcess.StartWithDescriptorsAsync(Descriptors, data.Path);
        var idle = Enumerable.Range(0, Connections).Select(_ => new TcpClient()).ToList();
        try
        {
            await host.SignalAsync("STOP");
            foreach (var client in idle)
                await client.ConnectAsync("127.0.0.1", new Uri(host.Address).Port, Cancellation);
            await host.SignalAsync("CONT");

            // Connections are accepted in order: when the host has closed the last one, it has handled all of them.
            await EndedAsync(idle[^1]);
        }
        finally
        {
            idle.ForEach(connection => connection.Dispose());
        }

        (await ServedAsync(host)).ShouldBe("""{"status":"ok"}""");
    }

    private static async Task EndedAsync(TcpClient connection)
    {
        try
        {
            (await connection.GetStream().ReadAsync(new byte[1], Cancellation)).ShouldBe(0);
        }
        catch (IOException)
        {
            // A reset also ends the connection.
        }
    }

    /// <summary>Gets the first response; the host rejects connections until it has noticed that the idle ones are closed.</summary>
    private static async Task<string> ServedAsync(HostProcess host)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        while (true)
        {
            try
            {
                return await http.GetStringAsync(new Uri($"{host.Address}/healthz"), Cancellation);
            }
            catch (HttpRequestException)
            {
                host.HasEnded.ShouldBeFalse(host.Output);
            }
        }
    }
}
