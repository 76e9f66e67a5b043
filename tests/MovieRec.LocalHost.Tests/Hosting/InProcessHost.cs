using Microsoft.AspNetCore.Builder;
using MovieRec.Api.Http;
using MovieRec.Emulators.Processes;
using MovieRec.LocalHost.Gateway;
using MovieRec.LocalHost.Tests.Hosting;
using MovieRec.TestKit;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Service;

[assembly: AssemblyFixture(typeof(InProcessHost))]

namespace MovieRec.LocalHost.Tests.Hosting;

/// <summary>Host inside the test's process, on a real loopback port, with a clock that tests may move.</summary>
public sealed class InProcessHost : IAsyncLifetime
{
    public const string Origin = "https://films.example.com";
    public const string OtherOrigin = "http://localhost:3000";

    private readonly TemporaryFolder _data = new();
    private HostLimits _limits = TestLimits.Wide;
    private WebApplication? _app;
    private int _users;

    public ManualClock Clock { get; } = new();

    public string Address { get; private set; } = "";

    /// <summary>Address of the inbox, with its token.</summary>
    public string Inbox { get; private set; } = "";

    public IServiceProvider Services => _app!.Services;

    /// <summary>Starts a host for one test.</summary>
    /// <param name="limits">Its limits; null for wide ones.</param>
    public static async Task<InProcessHost> StartAsync(HostLimits? limits = null)
    {
        var host = new InProcessHost();
        host._limits = limits ?? host._limits;
        await host.InitializeAsync();
        return host;
    }

    public async ValueTask InitializeAsync()
    {
        var options = new LocalHostOptions
        {
            Port = LoopbackPort.Free(),
            Limits = _limits,
            DataFolder = _data.Path,
            Cors = CorsPolicy.Parse($"{Origin},{OtherOrigin}"),
            Clock = Clock,
            Progress = TextWriter.Null,
            LogOutput = Stream.Null,
        };
        (Address, Inbox) = (options.Address, options.Inbox);
        _app = await LocalHostApp.StartAsync(options, TestContext.Current.CancellationToken);
    }

    public ApiClient Client() => new(Address);

    public Task<ApiClient> NewUserAsync() =>
        ApiClient.SignedInAsync(Address, Inbox, $"user{Interlocked.Increment(ref _users)}@example.com");

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        _data.Dispose();
    }
}
