using System.Text;
using MovieRec.Jwt.Keys;
using MovieRec.Jwt.Tests.Fixtures;
using MovieRec.TestKit;

namespace MovieRec.Jwt.Tests.Keys;

/// <summary>Keys from a fetcher supplied by the caller; the classes beside it cover HTTP.</summary>
public sealed class JwksFetcherTests : IDisposable
{
    private const string Address = "https://issuer.example.com/jwks.json";

    private static readonly JwksAnswer s_keys = JwksAnswer.FromBody(Encoding.UTF8.GetBytes(TestKey.Jwks(TestKey.First)));

    private readonly ManualClock _clock = new();
    private readonly ScriptedFetcher _fetcher = new(_ => Task.FromResult(s_keys));
    private readonly JwksKeySource _keys;

    public JwksFetcherTests() => _keys = new JwksKeySource(Address, _fetcher, _clock);

    public void Dispose() => _keys.Dispose();

    [Fact]
    public async Task Fetcher_ThatIsBrought_IsAskedForTheAddressOnce()
    {
        await _keys.FoundAsync("first");
        await _keys.FoundAsync("first");
        _fetcher.Asked.ShouldBe([Address]);
    }

    [Fact]
    public async Task Failure_ThatMayPass_IsTriedAgainOnce()
    {
        _fetcher.Script(_ => Task.FromResult(JwksAnswer.FailedInPassing("one")), _ => Task.FromResult(s_keys));
        await _keys.FoundAsync("first");
        _fetcher.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Failure_OfBothTries_SaysBoth()
    {
        _fetcher.Script(_ => Task.FromResult(JwksAnswer.FailedInPassing("one")), _ => Task.FromResult(JwksAnswer.FailedInPassing("two")));
        (await _keys.MissedAsync("first")).ToString().ShouldBe($"KeysUnavailable: expected a JWKS at {Address}, got two, after one");
        _fetcher.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Failure_ThatStays_IsNotTriedAgain()
    {
        _fetcher.Script(_ => Task.FromResult(JwksAnswer.Failed("one")));
        (await _keys.MissedAsync("first")).Actual.ShouldBe("one");
        _fetcher.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Fetcher_ThatDoesNotHeedTheCancellation_IsNotWaitedForBeyondThreeSeconds()
    {
        var asked = new TaskCompletionSource<CancellationToken>();
        var never = new TaskCompletionSource<JwksAnswer>();
        _fetcher.Script(cancellation =>
        {
            asked.SetResult(cancellation);
            return never.Task;
        });
        var waiting = _keys.MissedAsync("first");
        var cancellation = await asked.Task;
        _clock.Advance(TimeSpan.FromSeconds(3));
        (await waiting).Actual.ShouldBe("no complete response within 3 s");
        cancellation.IsCancellationRequested.ShouldBeTrue();
        // A late result is ignored.
        never.SetResult(s_keys);
        await _keys.MissedAsync("first", FailureReason.KeysUnavailable);
        _fetcher.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public void Fetcher_ThatIsBrought_IsNotDisposedOfWithTheSource()
    {
        _keys.Dispose();
        _fetcher.IsDisposed.ShouldBeFalse();
    }

    [Fact]
    public void Fetcher_Null_StopsTheStartUp() => Should.Throw<ArgumentNullException>(() => new JwksKeySource(Address, null!, _clock));

    [Fact]
    public void Address_ThatKeysMustNotComeFrom_StopsTheStartUpWithAnyFetcher() =>
        Should.Throw<ArgumentException>(() => new JwksKeySource("http://example.com/jwks.json", _fetcher, _clock)).Message.ShouldContain(
            "it must be https://");

    private sealed class ScriptedFetcher(params Func<CancellationToken, Task<JwksAnswer>>[] script) : IJwksFetcher, IDisposable
    {
        private Func<CancellationToken, Task<JwksAnswer>>[] _script = script;

        public List<string> Asked { get; } = [];

        public bool IsDisposed { get; private set; }

        public void Script(params Func<CancellationToken, Task<JwksAnswer>>[] script) => _script = script;

        public Task<JwksAnswer> FetchAsync(Uri address, CancellationToken cancellationToken)
        {
            Asked.Add(address.AbsoluteUri);
            return _script[Math.Min(Asked.Count, _script.Length) - 1](cancellationToken);
        }

        public void Dispose() => IsDisposed = true;
    }
}
