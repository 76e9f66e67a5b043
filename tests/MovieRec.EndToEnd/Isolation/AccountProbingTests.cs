using MovieRec.TestKit.Hosts.Contracts;

namespace MovieRec.EndToEnd.Isolation;

public sealed class AccountProbingTests(SharedHost host) : AccountProbingContract(host)
{
    /// <summary>True of the local pool and of Cognito; cognito-local, which the packaged mode has, sends no second code and answers confirmed
    /// accounts in its own way.</summary>
    [Theory]
    [InlineData("resend", false, 1, "200")]
    [InlineData("resend", true, 1, "200")]
    [InlineData("resend", false, 7, "200")]
    [InlineData("confirm", true, 1, "400 CodeMismatchException")]
    public Task Probe_OfTheLocalPool_IsAnsweredAlike(string probe, bool confirmed, int times, string first) =>
        ShouldBeAlikeAsync(probe, confirmed, times, first);
}
