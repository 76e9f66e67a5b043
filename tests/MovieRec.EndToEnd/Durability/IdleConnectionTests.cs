using System.Net.Sockets;
using MovieRec.TestKit;

namespace MovieRec.EndToEnd.Durability;

/// <summary>Idle connections, which once used up all descriptors and ended the process with "Out of memory.".</summary>
public sealed class IdleConnectionTests
{
    private const int Descriptors = 512;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_WithMoreIdleConnectionsThanDescriptors_GoesOnServing()
    {
        using var data = new TemporaryFolder();
        await using var host = await HostProcess.StartWithDescriptorsAsync(Descriptors, data.Path);
        var idle = new List<TcpClient>();
        try
        {
            for (var number = 0; number < Descriptors + 100; number++)
            {
                idle.Add(new TcpClient());
                await idle[^1].ConnectAsync("127.0.0.1", new Uri(host.Address).Port, Cancellation);
            }

            // When the host has closed the last connection, it has handled all of them.
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
            catch (HttpRequestException) when (!host.HasEnded)
            {
            }
        }
    }
}
