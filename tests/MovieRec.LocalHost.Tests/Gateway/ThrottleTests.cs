using System.Net;
using System.Net.Sockets;
using System.Text;
using MovieRec.Api;
using MovieRec.LocalHost.Gateway;
using MovieRec.LocalHost.Tests.Hosting;
using MovieRec.TestKit.Http;

namespace MovieRec.LocalHost.Tests.Gateway;

/// <summary>Rate limits, without which 64 clients signing up slowed <c>GET /media</c> from 1 ms to 4.5 s.</summary>
public sealed class ThrottleTests
{
    /// <summary>Refill time that keeps buckets at their level for the duration of any test.</summary>
    private static readonly TimeSpan s_aYear = TimeSpan.FromDays(365);

    private static readonly Route s_signup = Routes.All.Single(route => route.Path == "/auth/signup");
    private static readonly Route s_signin = Routes.All.Single(route => route.Path == "/auth/signin");
    private static readonly Route s_media = Routes.All.Single(route => route.Path == "/media");

    [Fact]
    public void Limits_OfTheHost_AreTheStages()
    {
        var limits = new HostLimits();
        (limits.Requests, limits.Accounts, limits.AccountsPerClient, limits.Period)
            .ShouldBe((Throttling.Default, Throttling.Accounts, Throttling.AccountsPerClient, TimeSpan.FromSeconds(1)));
        limits.Hashing.ShouldBe(Math.Max(1, Environment.ProcessorCount - 1));
        limits.HashIterations.ShouldBe(210_000);
    }

    [Fact]
    public void Bucket_OfTheStage_HoldsItsBurst()
    {
        using var throttle = Throttle();
        Taken(throttle, s_media, IPAddress.Loopback).ShouldBe(Throttling.Default.Burst);
        Taken(throttle, null, IPAddress.Loopback).ShouldBe(0, "unknown routes use the same bucket");
        Taken(throttle, s_signin, IPAddress.Loopback).ShouldBe(Throttling.AccountsPerClient.Burst, "account routes have separate buckets");
    }

    [Fact]
    public void Bucket_OfAccounts_IsOneForEachClientAndOneForEachRoute()
    {
        using var throttle = Throttle();
        Taken(throttle, s_signup, Client(1)).ShouldBe(Throttling.AccountsPerClient.Burst);
        Taken(throttle, s_signin, Client(1)).ShouldBe(0, "a client has one bucket for all account routes");
        Taken(throttle, s_signup, Client(2)).ShouldBe(Throttling.AccountsPerClient.Burst);
        Taken(throttle, s_signup, Client(3))
            .ShouldBe(Throttling.Accounts.Burst - 2 * Throttling.AccountsPerClient.Burst, "the route's bucket is empty");
        Taken(throttle, s_signin, Client(4)).ShouldBe(Throttling.AccountsPerClient.Burst);
        Taken(throttle, s_media, Client(1)).ShouldBe(Throttling.Default.Burst, "a flood of sign-ups takes nothing from the catalogue");
    }

    [Fact]
    public async Task Request_BeyondABucket_GetsTheContractsError()
    {
        await using var host = await InProcessHost.StartAsync(new HostLimits
        {
            Requests = new Throttling(1, 3),
            Accounts = new Throttling(1, 3),
            AccountsPerClient = new Throttling(1, 2),
            Period = s_aYear,
        });
        using var client = host.Client();
        for (var request = 0; request < 3; request++)
            (await client.GetAsync("/media?limit=1")).Status.ShouldBe(200);
        ShouldBeThrottled(await client.GetAsync("/media?limit=1", ("Origin", InProcessHost.Origin)));

        for (var request = 0; request < 2; request++)
            (await client.PostAsync("/auth/signin", new { })).Status.ShouldBe(400);
        ShouldBeThrottled(await client.PostAsync("/auth/refresh", new { }, ("Origin", InProcessHost.Origin)));
        (await PostFromAsync(IPAddress.Parse("127.0.0.2"), host.Address, "/prod/auth/signin")).ShouldBe(HttpStatusCode.BadRequest);
        (await PostFromAsync(IPAddress.Parse("127.0.0.3"), host.Address, "/prod/auth/signin")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private static RequestThrottle Throttle() => new(new HostLimits { Period = s_aYear });

    private static IPAddress Client(int number) => new([203, 0, 113, (byte)number]);

    /// <summary>Counts the requests that pass before one is rejected.</summary>
    private static int Taken(RequestThrottle throttle, Route? route, IPAddress client)
    {
        var taken = 0;
        while (throttle.TryTake(route, client))
            taken++;
        return taken;
    }

    private static void ShouldBeThrottled(ClientResponse response)
    {
        (response.Status, response.Code).ShouldBe((429, "TooManyRequestsException"));
        (response.Header("Retry-After"), response.Header("Access-Control-Allow-Origin")).ShouldBe(("2", InProcessHost.Origin));
    }

    private static async Task<HttpStatusCode> PostFromAsync(IPAddress client, string address, string path)
    {
        using var sockets = new SocketsHttpHandler
        {
            ConnectCallback = async (connection, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(client, 0));
                await socket.ConnectAsync(IPAddress.Loopback, connection.DnsEndPoint.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var http = new HttpClient(sockets) { Timeout = Timeout.InfiniteTimeSpan };
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(address + path), body, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
