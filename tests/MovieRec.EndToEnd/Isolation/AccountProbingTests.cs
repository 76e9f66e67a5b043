using MovieRec.TestKit.Hosts.Contracts;

namespace MovieRec.EndToEnd.Isolation;

public sealed class AccountProbingTests(SharedHost host) : AccountProbingContract(host)
{
    /// <summary>Applies to the local pool and Cognito, but not to cognito-local, which the packaged mode uses.</summary>
    /// <remarks>cognito-local sends no second code and responds differently for confirmed accounts.</remarks>
    [Theory]
    [InlineData("resend", false, 1, "200")]
    [InlineData("resend", true, 1, "200")]
    [InlineData("resend", false, 7, "200")]
    [InlineData("confirm", true, 1, "400 CodeMismatchException")]
    public Task Probe_OfTheLocalPool_IsAnsweredAlike(string probe, bool confirmed, int times, string first) =>
        ShouldBeAlikeAsync(probe, confirmed, times, first);
}
