using System.Net.Sockets;
using MovieRec.TestKit;

namespace MovieRec.EndToEnd.Durability;

/// <summary>Connections that ask for nothing used to take all descriptors, and the process ended with "Out of memory.".</summary>
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

            // The host has come to the last one when it has turned it away.
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
            // Reset, which is an end as well.
        }
    }

    /// <summary>The first response; until the host has noticed that connections are closed it turns new ones away.</summary>
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
