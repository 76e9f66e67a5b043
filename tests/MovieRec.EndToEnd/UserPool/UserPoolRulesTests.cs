using MovieRec.EndToEnd.BadInput;
using MovieRec.EndToEnd.Hosting;
using MovieRec.TestKit.Http;

namespace MovieRec.EndToEnd.UserPool;

/// <summary>What the user pool refuses, and not the functions: emails that are none, passwords that are too easy. cognito-local, which the
/// packaged mode has, takes them.</summary>
public sealed class UserPoolRulesTests(SharedHost host)
{
    private static readonly Dictionary<string, BadRequest> s_cases = AuthCases.OfThePool.ToDictionary(bad => bad.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SignUp_AgainstTheRules_IsRefused(string name)
    {
        var bad = s_cases[name];
        using var client = new ApiClient(host.Address);
        var answer = await client.SendAsync(bad.Verb, bad.Target, bad.Body);
        $"{answer.Status} {answer.Code}".ShouldBe(bad.Expected, answer.Text);
    }
}
