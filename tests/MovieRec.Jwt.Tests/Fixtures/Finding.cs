using MovieRec.Jwt.Keys;

namespace MovieRec.Jwt.Tests.Fixtures;

internal static class Finding
{
    public static async Task<VerificationKey> FoundAsync(this IKeySource keys, string kid)
    {
        var lookup = await keys.FindAsync(kid, TestContext.Current.CancellationToken);
        lookup.Found(out var key, out var failure).ShouldBeTrue(failure?.ToString());
        return key!;
    }

    public static async Task<TokenFailure> MissedAsync(this IKeySource keys, string kid)
    {
        var lookup = await keys.FindAsync(kid, TestContext.Current.CancellationToken);
        lookup.Found(out var key, out var failure).ShouldBeFalse();
        key.ShouldBeNull();
        return failure!;
    }

    public static async Task MissedAsync(this IKeySource keys, string kid, FailureReason reason) =>
        (await keys.MissedAsync(kid)).Reason.ShouldBe(reason);

    /// <summary>Returns true if the key is found without waiting.</summary>
    public static bool RespondsAtOnce(this IKeySource keys, string kid)
    {
        var finding = keys.FindAsync(kid, CancellationToken.None);
        return finding.IsCompletedSuccessfully;
    }
}
