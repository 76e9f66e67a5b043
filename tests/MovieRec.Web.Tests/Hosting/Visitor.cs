using System.Collections.Concurrent;
using System.Text.Json;
using MovieRec.TestKit;
using MovieRec.TestKit.Http;

namespace MovieRec.Web.Tests.Hosting;

/// <summary>Browser profile with one page open, and a record of its traffic.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    /// <summary>Script that tells if the page has its heading and typeface, and no visible placeholder.</summary>
    internal const string Settled = """
        whole => {
          const inSight = at => { const { top, bottom } = at.getBoundingClientRect(); return whole || (bottom > 0 && top < innerHeight); };
          return document.querySelector('main .page:not(.page-waiting) h1') && document.fonts.status === 'loaded'
            && ![...document.querySelectorAll('main .skeleton, main [aria-busy=true]')].some(inSight);
        }
        """;

    /// <summary>Script that scrolls through the page, because rows load when they come near the visible part.</summary>
    private const string ScrollThrough = """
        async () => {
          const frame = () => new Promise(requestAnimationFrame);
          for (let at = 0; at < document.scrollingElement.scrollHeight; at += innerHeight / 2) { scrollTo(0, at); await frame(); await frame(); }
        }
        """;

    /// <summary>Script that lets the test control the page's long timers.</summary>
    private const string StopTimers = """
        const late = [];
        const { setTimeout: soon, clearTimeout: forget } = globalThis;
        globalThis.setTimeout = (run, after = 0, ...rest) => after < stopFrom ? soon(run, after, ...rest) : -late.push(run);
        globalThis.clearTimeout = id => { if (id < 0) delete late[-id - 1]; else forget(id); };
        globalThis.setInterval = () => 0;
        globalThis.passTime = () => late.forEach((run, at) => { delete late[at]; run(); });
        AbortSignal.timeout = () => new AbortController().signal;
        """;

    private static int s_failures;

    private readonly ConcurrentQueue<string> _wrong = new();
    private readonly ConcurrentQueue<string> _forgiven = new();
    private readonly ConcurrentQueue<IRequest> _requests = new();

    private Visitor(IBrowserContext context, string address, string? elsewhere)
    {
        Context = context;
        Address = address;
        context.Request += (_, request) => Note(request, elsewhere);
        context.Console += (_, message) => Note(message.Text);
        context.WebError += (_, error) => _wrong.Enqueue($"An uncaught exception: {error.Error}");
    }

    public IBrowserContext Context { get; }

    /// <summary>Origin of the page.</summary>
    public string Address { get; }

    public IPage Page { get; private set; } = null!;

    /// <summary>Requests to other hosts, breaches of the Content-Security-Policy, and uncaught exceptions.</summary>
    public IReadOnlyCollection<string> Wrong =>
        [.. _wrong.Where(wrong => !_forgiven.Any(words => wrong.Contains(words, StringComparison.Ordinal)))];

    /// <summary>Ignores a breach that the test itself causes; <paramref name="words"/> are part of the browser's message.</summary>
    public void Forgive(string words) => _forgiven.Enqueue(words);

    public static async Task<Visitor> ArriveAsync(IBrowser browser, string address, VisitorOptions options)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address,
            ViewportSize = options.Viewport,
            IsMobile = options.Screen == Screen.Phone,
            HasTouch = options.Screen == Screen.Phone,
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = options.ReducedMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            ServiceWorkers = options.Worker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            StorageState = options.SignedIn is null ? null : Storage(address, options.SignedIn),
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(Chromium.Timeout);
        if (options.TimersStopFrom is { } least)
            await context.AddInitScriptAsync($"{{ const stopFrom = {least}; {StopTimers} }}");
        return new Visitor(context, address, options.Elsewhere) { Page = await context.NewPageAsync() };
    }

    /// <summary>Opens an address of the page, as from an external link, and waits until it is complete.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await SettleAsync();
    }

    public Task SettleAsync() => Page.WaitForFunctionAsync(Settled, false);

    /// <summary>Fires the page's long timers, so that it treats pending requests as slow.</summary>
    public Task PassTimeAsync() => Page.EvaluateAsync("() => passTime()");

    /// <summary>Scrolls to the end and back, until the whole page is loaded.</summary>
    public async Task ReadThroughAsync()
    {
        await Page.EvaluateAsync(ScrollThrough);
        await Page.WaitForFunctionAsync(Settled, true);
        await Page.EvaluateAsync("() => scrollTo(0, 0)");
    }

    /// <summary>Waits for an address of the page, then until the page is complete.</summary>
    public async Task ArriveAtAsync(string path)
    {
        await Expect(Page).ToHaveURLAsync(Address + path);
        await SettleAsync();
    }

    /// <summary>Waits for the next successful response of this path of the API.</summary>
    public Task RespondAsync(string method, string path) =>
        Page.WaitForResponseAsync(response => response.Ok && IsOf(response.Request, method, path));

    /// <summary>Counts the requests so far to this path of the API with this method.</summary>
    public int Asked(string method, string path) => _requests.Count(request => IsOf(request, method, path));

    /// <summary>Returns all stored values of the page, from local and session storage.</summary>
    public Task<string[]> StoredAsync() => Page.EvaluateAsync<string[]>(
        "() => [localStorage, sessionStorage].flatMap(kept => Object.entries(kept)).map(([name, value]) => name + '=' + value)");

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name });

    /// <summary>Link of the visible navigation: at the top on a desktop, at the bottom on a phone.</summary>
    public ILocator Navigation(string name) =>
        Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = name });

    public ILocator Notices => Page.Locator(".notices");

    /// <summary>Describes a failure: the page's address, a screenshot, and other breaches.</summary>
    public async Task<string> DescribeAsync()
    {
        try
        {
            var picture = RepositoryRoot.File("artifacts", "web-failures", $"{Interlocked.Increment(ref s_failures)}.png");
            await Page.ScreenshotAsync(new() { Path = picture, Timeout = Chromium.Timeout });
            return $"At {Page.Url}, see {picture}\n{string.Join('\n', _wrong)}";
        }
        catch (Exception failure) when (failure is PlaywrightException or TimeoutException)
        {
            return $"At {Page.Url}\n{string.Join('\n', _wrong)}";
        }
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    private static bool IsOf(IRequest request, string method, string path) =>
        request.Method.Equals(method, StringComparison.Ordinal)
            && new Uri(request.Url).AbsolutePath.Equals($"/prod{path}", StringComparison.Ordinal);

    private void Note(IRequest request, string? elsewhere)
    {
        _requests.Enqueue(request);
        var own = new[] { $"{Address}/", $"blob:{Address}/", "data:", "about:" };
        if (!own.Any(start => request.Url.StartsWith(start, StringComparison.Ordinal))
            && (elsewhere is null || !request.Url.StartsWith(elsewhere, StringComparison.Ordinal)))
        {
            _wrong.Enqueue($"A request to another host: {request.Url}");
        }
    }

    private void Note(string message)
    {
        if (message.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase)
            || message.Contains("Trusted", StringComparison.Ordinal))
        {
            _wrong.Enqueue(message);
        }
    }

    private static string Storage(string origin, ApiClient user) => JsonSerializer.Serialize(new
    {
        cookies = Array.Empty<string>(),
        origins = new[]
        {
            new
            {
                origin,
                localStorage =
                    new[] { new { name = "movierec.session",
                        value = JsonSerializer.Serialize(new { refreshToken = user.RefreshToken, email = user.Email }) } },
            },
        },
    });
}
