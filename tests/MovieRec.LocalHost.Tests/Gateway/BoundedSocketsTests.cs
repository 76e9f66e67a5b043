using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MovieRec.LocalHost.Gateway;

namespace MovieRec.LocalHost.Tests.Gateway;

/// <summary>Limit on open connections, which holds from the moment at which they are accepted.</summary>
public sealed class BoundedSocketsTests
{
    private const int Limit = 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accept_AboveTheLimit_ClosesTheConnectionAtOnce()
    {
        await using var listener = await ListenAsync();
        var held = await HoldAsync(listener);
        var next = listener.AcceptAsync(Cancellation).AsTask();

        using var rejected = await ConnectAsync(listener);

        (await rejected.ReceiveAsync(new byte[1], Cancellation)).ShouldBe(0);
        next.IsCompleted.ShouldBeFalse();
        held.ShouldAllBe(connection => connection.Client.Connected);
    }

    [Fact]
    public async Task Accept_AfterAConnectionWasClosed_HandsOutTheNext()
    {
        await using var listener = await ListenAsync();
        var held = await HoldAsync(listener);
        await held[0].Accepted.DisposeAsync();

        using var client = await ConnectAsync(listener);
        var accepted = (await listener.AcceptAsync(Cancellation)).ShouldNotBeNull();

        accepted.RemoteEndPoint.ShouldBe(client.LocalEndPoint);
    }

    [Fact]
    public async Task Dispose_ASecondTime_MakesNoRoomForAnother()
    {
        await using var listener = await ListenAsync();
        var held = await HoldAsync(listener);
        await held[0].Accepted.DisposeAsync();
        await held[0].Accepted.DisposeAsync();
        using var client = await ConnectAsync(listener);
        (await listener.AcceptAsync(Cancellation)).ShouldNotBeNull();
        var next = listener.AcceptAsync(Cancellation).AsTask();

        using var rejected = await ConnectAsync(listener);

        (await rejected.ReceiveAsync(new byte[1], Cancellation)).ShouldBe(0);
        next.IsCompleted.ShouldBeFalse();
    }

    private static async Task<IConnectionListener> ListenAsync()
    {
        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        return await new BoundedSockets(sockets, Limit).BindAsync(new IPEndPoint(IPAddress.Loopback, 0), Cancellation);
    }

    private static async Task<List<(Socket Client, ConnectionContext Accepted)>> HoldAsync(IConnectionListener listener)
    {
        var held = new List<(Socket, ConnectionContext)>();
        for (var number = 0; number < Limit; number++)
        {
            var client = await ConnectAsync(listener);
            held.Add((client, (await listener.AcceptAsync(Cancellation)).ShouldNotBeNull()));
        }

        return held;
    }

    private static async Task<Socket> ConnectAsync(IConnectionListener listener)
    {
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(listener.EndPoint, Cancellation);
        return client;
    }
}
