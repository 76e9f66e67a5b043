using System.Text;
using System.Text.Json.Nodes;
using MovieRec.JwtLayer.Tests.Hosting;

namespace MovieRec.JwtLayer.Tests;

/// <summary>Handling of any result of the caller's <c>cognitojwt_fetch</c> by the library.</summary>
public sealed class NativeFetchTests : IAsyncLifetime
{
    private const int Capacity = 64 * 1024;
    private const string LateAnswer = "no complete response within 1 s";

    private readonly TestFetch _fetch = new(TestFetch.Keys(TestKey.First));
    private NativeLayer _layer = null!;

    public async ValueTask InitializeAsync()
    {
        _layer = NativeLayer.Load(await BuiltPackage.LayerAsync());
        _layer.Configure(NativeLayer.Settings().ToJsonString(), _fetch).ShouldBeNull();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Fetch_OfTheCaller_IsAskedForTheAddressOnAThreadOfTheLayer()
    {
        Accepted();
        var call = await _fetch.CalledAsync();
        call.Address.ShouldBe(NativeLayer.JwksAddress);
        call.Timeout.ShouldBe(60_000);
        call.Capacity.ShouldBe(Capacity);
        call.Thread.ShouldNotBe(Environment.CurrentManagedThreadId);
        _fetch.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Fetch_WhoseTimeIsNotSet_HasThreeSeconds()
    {
        var settings = NativeLayer.Settings();
        settings.Remove("fetchTimeoutSeconds");
        _layer.Configure(settings.ToJsonString(), _fetch).ShouldBeNull();
        _layer.Verify(Encoding.ASCII.GetBytes(LiveTokens.Access()), new byte[4096], wait: 0);
        (await _fetch.CalledAsync()).Timeout.ShouldBe(3_000);
    }

    [Fact]
    public void Fetch_ThatFindsNoConnectionOnce_IsAskedAgain()
    {
        _fetch.Script(TestFetch.Code(-1), TestFetch.Keys(TestKey.First));
        Accepted();
        _fetch.Calls.ShouldBe(2);
    }

    [Theory]
    [InlineData(-1, "no connection, or a broken one, after no connection, or a broken one", 2)]
    [InlineData(-2, "a response that is not status 200 with JSON", 1)]
    [InlineData(-3, "more than 65536 bytes", 1)]
    [InlineData(-4, "no complete response within 60 s", 1)]
    [InlineData(-5, "-5 from the caller's fetch, which cognitojwt.h does not know", 1)]
    [InlineData(int.MinValue, "-2147483648 from the caller's fetch, which cognitojwt.h does not know", 1)]
    [InlineData(Capacity + 1, "65537 from the caller's fetch, which cognitojwt.h does not know", 1)]
    [InlineData(int.MaxValue, "2147483647 from the caller's fetch, which cognitojwt.h does not know", 1)]
    [InlineData(0, "the JWKS is not a JSON object with unique names (Malformed)", 1)]
    public void Fetch_ThatBringsNoBody_MakesTheKeysUnavailable(int code, string actual, int calls)
    {
        _fetch.Script(TestFetch.Code(code));
        Unavailable(_layer.Verify(LiveTokens.Access())).ShouldBe(actual);
        _fetch.Calls.ShouldBe(calls);
        // It is not called again within the interval.
        Unavailable(_layer.Verify(LiveTokens.Access())).ShouldBe(actual);
        _fetch.Calls.ShouldBe(calls);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{\"keys\":5}")]
    public void Body_ThatIsNoJwks_MakesTheKeysUnavailable(string body)
    {
        _fetch.Script(TestFetch.Body(body));
        Unavailable(_layer.Verify(LiveTokens.Access())).ShouldContain("JWKS");
    }

    [Fact]
    public void Body_OfTheWholeCapacity_IsRead()
    {
        _fetch.Script(TestFetch.Body(TestKey.Jwks(TestKey.First).PadRight(Capacity)));
        Accepted();
    }

    [Fact]
    public async Task Fetch_ThatBlocksForLonger_IsNotWaitedForAndNotCalledASecondTime()
    {
        using var free = new ManualResetEventSlim();
        using var returned = new ManualResetEventSlim();
        _fetch.Script(TestFetch.After(free, body =>
        {
            body.Fill((byte)'!');
            returned.Set();
            return body.Length;
        }));
        var settings = NativeLayer.Settings();
        settings["fetchTimeoutSeconds"] = 1;
        settings["fetchIntervalSeconds"] = 1;
        _layer.Configure(settings.ToJsonString(), _fetch).ShouldBeNull();
        var token = LiveTokens.Access();
        Unavailable(_layer.Verify(token)).ShouldBe(LateAnswer);
        // The library uses the machine's clock, so the test must wait for the end of the interval.
        string actual;
        while ((actual = Unavailable(_layer.Verify(token))) == LateAnswer)
            await Task.Yield();
        actual.ShouldBe("the caller's previous fetch has not returned");
        _fetch.Calls.ShouldBe(1);

        // A late result is ignored.
        free.Set();
        returned.Wait(TestContext.Current.CancellationToken);
        Unavailable(_layer.Verify(token)).ShouldBe(actual);
    }

    [Fact]
    public void Configure_WithoutAFetch_IsRefusedWithASentenceAndTheOldOneStaysInForce()
    {
        _layer.Configure(NativeLayer.Settings().ToJsonString(), fetch: null).ShouldNotBeNull().ShouldContain("fetch is null");
        Accepted();
    }

    [Fact]
    public async Task Configure_WhileTheOldFetchBlocks_HasTheNewOneAsked()
    {
        using var free = new ManualResetEventSlim();
        _fetch.Script(TestFetch.After(free, TestFetch.Code(-2)));
        _layer.Verify(Encoding.ASCII.GetBytes(LiveTokens.Access()), new byte[4096], wait: 0).ShouldBe(-4);
        await _fetch.CalledAsync();
        var other = new TestFetch(TestFetch.Keys(TestKey.First));
        _layer.Configure(NativeLayer.Settings().ToJsonString(), other).ShouldBeNull();
        Accepted();
        other.Calls.ShouldBe(1);
        free.Set();
    }

    private static string Unavailable(JsonNode answer)
    {
        answer["sub"].ShouldBeNull();
        answer["reason"]!.GetValue<string>().ShouldBe("KeysUnavailable");
        answer["keysUnavailable"]!.GetValue<bool>().ShouldBeTrue();
        answer["expected"]!.GetValue<string>().ShouldBe($"a JWKS at {NativeLayer.JwksAddress}");
        return answer["actual"]!.GetValue<string>();
    }

    private void Accepted() => _layer.Verify(LiveTokens.Access())["sub"]!.GetValue<string>().ShouldBe(LiveTokens.Subject);
}
