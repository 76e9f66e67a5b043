using MovieRec.Jwt.Keys;
using MovieRec.TestKit;

namespace MovieRec.Jwt.Tests.Fixtures;

/// <summary>Key source, its server, and the clock of both; the server returns the first key unless scripted otherwise.</summary>
public abstract class JwksFixture : IAsyncDisposable
{
    private protected JwksFixture() => Keys = new JwksKeySource(Server.Address, Clock);

    private protected ManualClock Clock { get; } = new();

    private protected JwksServer Server { get; } = new(JwksServer.Keys(TestKey.First));

    private protected JwksKeySource Keys { get; }

    public async ValueTask DisposeAsync()
    {
        Keys.Dispose();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Expects that the keys are unavailable, for a reason that contains <paramref name="actual"/>.</summary>
    private protected async Task UnavailableAsync(string actual, string kid = "first")
    {
        var failure = await Keys.MissedAsync(kid);
        failure.Reason.ShouldBe(FailureReason.KeysUnavailable);
        failure.KeysUnavailable.ShouldBeTrue();
        failure.Actual.ShouldContain(actual);
        failure.Expected.ShouldBe($"a JWKS at {Server.Address}");
    }
}
