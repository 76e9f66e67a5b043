using System.Buffers;
using MovieRec.Api.Catalogues.Source;
using MovieRec.TestKit.Tmdb;
using MovieRec.Tmdb.Tests.Fixtures;

namespace MovieRec.Tmdb.Tests;

public sealed class FaultTests
{
    public static TheoryData<string> Passing =>
        ["429", "429 now", "500", "502", "503", "504", "408", "truncated", "malformed", "reset", "closed", "no object", "null", "500 cut"];

    private static readonly Dictionary<string, TmdbFault> s_passing = new(StringComparer.Ordinal)
    {
        ["429"] = TmdbFault.TooMany(),
        ["429 now"] = TmdbFault.TooMany("0"),
        ["500"] = TmdbFault.Status(500),
        ["502"] = TmdbFault.Response(502, "<html>Bad gateway</html>"),
        ["503"] = TmdbFault.Status(503),
        ["504"] = TmdbFault.Status(504),
        ["408"] = TmdbFault.Status(408),
        ["truncated"] = TmdbFault.Truncated(),
        ["malformed"] = TmdbFault.Malformed(),
        ["reset"] = TmdbFault.Reset(),
        ["closed"] = TmdbFault.Close(),
        ["no object"] = TmdbFault.Response(200, "[1]"),
        ["null"] = TmdbFault.Response(200, "null"),
        ["500 cut"] = TmdbFault.Response(500, TmdbErrors.NotFound[..20]),
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Call_ThatFailsInPassing_IsTriedAgain(string fault)
    {
        await using var tmdb = new TmdbFixture(films: 1);
        tmdb.Server.Inject(s_passing[fault] with { Times = tmdb.Options.Attempts - 1 });
        (await tmdb.DetailsAsync(1)).ShouldNotBeNull();
        tmdb.Server.Count().ShouldBe(tmdb.Options.Attempts);
        tmdb.Log.Lines.Count(line => line.StartsWith("Warning TryFailed", StringComparison.Ordinal)).ShouldBe(tmdb.Options.Attempts - 1);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Call_ThatFailsEachTime_EndsAfterAllAttempts(string fault)
    {
        await using var tmdb = new TmdbFixture(films: 1);
        tmdb.Server.Inject(s_passing[fault]);
        var failure = await Should.ThrowAsync<SourceUnavailableException>(() => tmdb.DetailsAsync(1));
        failure.Message.ShouldStartWith("TMDB gave no usable response (movie details): ");
        failure.InnerException.ShouldBeNull();
        tmdb.Server.Count().ShouldBe(tmdb.Options.Attempts);
    }

    [Theory]
    [InlineData(401, 7)]
    [InlineData(401, 3)]
    [InlineData(401, 14)]
    [InlineData(401, 10)]
    [InlineData(403, 45)]
    public async Task Call_WhoseKeyIsRefused_EndsAtOnceWithOneSentence(int status, int code)
    {
        await using var tmdb = new TmdbFixture(films: 1);
        tmdb.Server.Inject(TmdbFault.Response(status, $$"""{"status_code":{{code}},"status_message":"no"}"""));
        var refusal = await Should.ThrowAsync<SourceRefusedException>(() => tmdb.PopularAsync());
        refusal.Message.ShouldContain("set TMDB_API_KEY");
        refusal.Message.ShouldContain($"code {code}");
        refusal.Message.TrimEnd('.').ShouldNotContain('.');
        tmdb.Server.Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("fedcba9876543210fedcba9876543210")]
    [InlineData("a.wrong.token")]
    public async Task Call_WithAWrongKey_IsRefused(string key)
    {
        await using var tmdb = new TmdbFixture(films: 1, options: server => new() { Key = key, BaseAddress = server.Address });
        await Should.ThrowAsync<SourceRefusedException>(() => tmdb.DetailsAsync(1));
        tmdb.Server.Count().ShouldBe(1);
    }

    [Fact]
    public async Task Call_WithAnAccessToken_IsTaken()
    {
        await using var tmdb = new TmdbFixture(
            films: 1, options: server => new() { Key = server.Token, BaseAddress = new(server.Address.AbsoluteUri.TrimEnd('/')) });
        (await tmdb.DetailsAsync(1)).ShouldNotBeNull();
        (await tmdb.PopularAsync()).Titles.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    [InlineData("ключ")]
    public async Task Source_WithWhatIsNoKey_IsNotMade(string key)
    {
        await using var server = new TmdbServer();
        using var http = TmdbHttp.CreateClient();
        var refusal = Should.Throw<SourceRefusedException>(
            () => new TmdbSource(new() { Key = key }, http, TimeProvider.System, new Random(1), new LogLines()));
        refusal.Message.ShouldContain("set TMDB_API_KEY");
        if (key.Length > 0)
            refusal.Message.ShouldNotContain(key);
    }

    [Theory]
    [InlineData(404, "<html>proxy</html>")]
    [InlineData(404, """{"status_code":1}""")]
    [InlineData(400, """{"status_code":5}""")]
    [InlineData(422, TmdbErrors.InvalidDate)]
    [InlineData(405, "{}")]
    [InlineData(302, "")]
    public async Task Details_ThatAreRefusedForOtherReasons_AreNotTakenForNothing(int status, string body)
    {
        await using var tmdb = new TmdbFixture(films: 1);
        tmdb.Server.Inject(TmdbFault.Response(status, body));
        (await Should.ThrowAsync<SourceUnavailableException>(() => tmdb.DetailsAsync(1))).Message.ShouldContain($"status {status}");
        tmdb.Server.Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_OfMoreThanTwoMebibytes_IsOfNoUse(bool saysLength)
    {
        await using var tmdb = new TmdbFixture(films: 1);
        tmdb.Server.Inject(TmdbFault.TooLarge(saysLength));
        (await Should.ThrowAsync<SourceUnavailableException>(() => tmdb.PopularAsync())).Message.ShouldContain("more than 2097152 bytes");
        tmdb.Server.Count().ShouldBe(1);
    }

    /// <summary>Guards against a bug: a response that broke off after its buffer had grown returned it to the pool twice.</summary>
    /// <remarks>Two other responses then wrote into one array.</remarks>
    [Fact]
    public async Task Answer_ThatBreaksOffAfterItHasGrown_LeavesNoArrayToTwo()
    {
        await using var tmdb = new TmdbFixture(films: 1);
        tmdb.Server.Inject(TmdbFault.TooLarge(saysLength: false));
        for (var call = 0; call < 20; call++)
            await Should.ThrowAsync<SourceUnavailableException>(() => tmdb.PopularAsync());
        var rented = Enumerable.Range(0, 400).Select(_ => ArrayPool<byte>.Shared.Rent(16 * 1024)).ToArray();
        rented.Distinct().Count().ShouldBe(rented.Length);
    }

    [Fact]
    public async Task Answer_OfTwoMebibytes_IsRead()
    {
        await using var tmdb = new TmdbFixture();
        const string start = "{\"title\":\"A\",\"more\":\"";
        tmdb.Server.Inject(TmdbFault.Response(200, start + new string('x', (2 << 20) - start.Length - 2) + "\"}"));
        (await tmdb.DetailsAsync(1)).ShouldNotBeNull().Name.ShouldBe("A");
    }

    [Fact]
    public async Task Server_ThatIsNotThere_IsUnavailable()
    {
        await using var tmdb = new TmdbFixture();
        await tmdb.Server.DisposeAsync();
        (await Should.ThrowAsync<SourceUnavailableException>(() => tmdb.DetailsAsync(1))).Message.ShouldContain("ConnectionError");
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("closed")]
    public async Task Connection_ThatEndsInsteadOfALaterAnswer_IsATryLikeAnyOther(string fault)
    {
        // If the HTTP client itself repeated a request on a kept connection, the count would miss it.
        await using var tmdb = new TmdbFixture(films: 3);
        await tmdb.DetailsAsync(1);
        tmdb.Server.Inject(s_passing[fault] with { Times = 2 });
        await tmdb.DetailsAsync(2);
        await tmdb.DetailsAsync(3);
        tmdb.Server.Count().ShouldBe(5);
        tmdb.Log.Lines.Count(line => line.StartsWith("Warning TryFailed", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Call_ThatTheCallerCancels_EndsAsThatAndIsNotTriedAgain()
    {
        await using var tmdb = new TmdbFixture(films: 1);
        tmdb.Server.Inject(TmdbFault.Hang());
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(TmdbFixture.Token);
        var received = tmdb.Server.ReceivesAsync(1);
        var call = tmdb.Source.DetailsAsync(new(Engine.Titles.MediaKind.Movie, 1), cancelled.Token);
        await received;
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
        tmdb.Server.Count().ShouldBe(1);
    }

    [Fact]
    public async Task Calls_UnderEveryFaultNowAndThen_GetEveryTitle()
    {
        await using var tmdb = new TmdbFixture(films: 300, options: server => new()
        {
            Key = server.Key,
            BaseAddress = server.Address,
            RequestsPerSecond = 10_000,
            Attempts = 10,
            OutageTries = 10_000,
            Delay = TimeSpan.Zero,
        });
        foreach (var (fault, every) in s_passing.Values.Zip([29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83]))
            tmdb.Server.Inject(fault with { Every = every });
        var titles = await Task.WhenAll(Enumerable.Range(1, 300).Select(id => tmdb.DetailsAsync(id)));
        titles.Count(title => title is not null).ShouldBe(tmdb.Server.Titles.Count(title => title.IsShown));
    }
}
