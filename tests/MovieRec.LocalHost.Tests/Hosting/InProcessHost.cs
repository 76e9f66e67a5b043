using Microsoft.AspNetCore.Builder;
using MovieRec.Api.Http;
using MovieRec.Emulators.Processes;
using MovieRec.LocalHost.Composition;
using MovieRec.LocalHost.Tests.Hosting;
using MovieRec.TestKit;
using MovieRec.TestKit.Http;

[assembly: AssemblyFixture(typeof(InProcessHost))]

namespace MovieRec.LocalHost.Tests.Hosting;

/// <summary>The host inside the test's process, on a real port of loopback, with a clock that tests may move.</summary>
public sealed class InProcessHost : IAsyncLifetime
{
    public const string Origin = "https://films.example.com";
    public const string OtherOrigin = "http://localhost:3000";

    private readonly TemporaryFolder _data = new();
    private WebApplication? _app;
    private int _users;

    public ManualClock Clock { get; } = new();

    public string Address { get; private set; } = "";

    /// <summary>Address of the inbox, with its token.</summary>
    public string Inbox { get; private set; } = "";

    public IServiceProvider Services => _app!.Services;

    public static async Task<InProcessHost> StartAsync()
    {
        var host = new InProcessHost();
        await host.InitializeAsync();
        return host;
    }

    public async ValueTask InitializeAsync()
    {
        var options = new LocalHostOptions
        {
            Port = LoopbackPort.Free(),
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

    public Task<ApiClient> NewUserAsync() => ApiClient.SignedInAsync(Address, Inbox, $"user{Interlocked.Increment(ref _users)}@example.com");

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        _data.Dispose();
    }
}
