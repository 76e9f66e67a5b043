using Microsoft.AspNetCore.Builder;
using MovieRec.Api.Http;
using MovieRec.Emulators.Processes;
using MovieRec.LocalHost;
using MovieRec.TestKit;
using MovieRec.TestKit.Http;
using MovieRec.TestKit.Service;

namespace MovieRec.Web.Tests.Hosting;

/// <summary>Host like that of <c>./run</c>, inside the test's process: API and page on loopback, data in its own folder.</summary>
internal sealed class WebHost : IAsyncDisposable
{
    private readonly TemporaryFolder _data = new();
    private WebApplication? _app;
    private readonly Once<ApiClient> _reader;
    private int _users;

    private WebHost() => _reader = new(NewViewerAsync);

    public string Address { get; private set; } = "";

    /// <summary>Address of the inbox, with its token.</summary>
    public string Inbox { get; private set; } = "";

    /// <summary>Path of the page as <c>./run</c> prints it.</summary>
    public string Start { get; private set; } = "";

    /// <param name="siteFolder">The built page; null for the API alone.</param>
    /// <param name="clock">Clock for the expiry of the service's tokens; null for the system's.</param>
    /// <param name="cors">Other origins that may call it; null for the default ones.</param>
    public static async Task<WebHost> StartAsync(string? siteFolder, TimeProvider? clock = null, CorsPolicy? cors = null)
    {
        var host = new WebHost();
        var options = new LocalHostOptions
        {
            Port = LoopbackPort.Free(),
            Limits = TestLimits.Wide,
            DataFolder = host._data.Path,
            SiteFolder = siteFolder,
            Clock = clock ?? TimeProvider.System,
            Cors = cors ?? CorsPolicy.Parse(CorsPolicy.DefaultOrigins),
            Learning = false,
            Progress = TextWriter.Null,
            LogOutput = Stream.Null,
        };
        (host.Address, host.Inbox, host.Start) = (options.Address, options.Inbox, $"/#inbox={options.InboxToken}");
        host._app = await LocalHostApp.StartAsync(options, TestContext.Current.CancellationToken);
        return host;
    }

    public string NewEmail() => $"viewer{Interlocked.Increment(ref _users)}@example.com";

    public ApiClient Client() => new(Address, Inbox);

    public Task<ApiClient> NewUserAsync() => ApiClient.SignedInAsync(Address, Inbox, NewEmail());

    /// <summary>Creates a user with a few favourites, one title on the watchlist, and a completed questionnaire.</summary>
    public async Task<ApiClient> NewViewerAsync()
    {
        var user = await NewUserAsync();
        foreach (var title in Titles.Liked)
            (await user.PostAsync("/user/favourites", title)).Status.ShouldBe(200);
        (await user.PostAsync("/user/watchlist", Titles.ToWatch)).Status.ShouldBe(200);
        (await user.PostAsync(
            "/user/preferences", new { questionnaireCompleted = true, favoriteGenres = new[] { "Science Fiction" } })).Status.ShouldBe(200);
        return user;
    }

    /// <summary>Returns the user shared by all tests that change none of its data and do not sign out.</summary>
    public Task<ApiClient> ReaderAsync() => _reader.GetAsync();

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _data.Dispose();
    }
}
